//! English: the words of measures, and plain words.

use super::Cue;

/// What tells the measure.
#[rustfmt::skip]
pub(super) const CUES: &[(Cue, &[&str])] = &[
    (Cue::Share, &[
        "account for", "accounts for", "accounted for", "accounting for", "make up", "makes up", "made up", "making up",
        "represent", "represents", "represented", "representing", "constitute", "constitutes", "constituted", "constituting",
        "comprise", "comprises", "comprised", "comprising", "share", "proportion", "percentage of", "ratio", "take up",
        "takes up", "took up", "taking up", "equivalent to", "equal to", "equals", "equalled", "equaled", "equaling", "equalling", "occupy", "occupies", "occupied", "occupying",
        "coverage", "penetration", "penetration rate", "access rate", "weight", "slice", "chunk", "form", "forms", "formed",
        "worth of", "part of", "portion", "amounting to", "contributed to gdp",
    ]),
    (Cue::Growth, &[
        "grow", "grows", "grew", "grown", "growing", "growth", "growth rate", "rise", "rises", "rose", "risen", "rising",
        "increase", "increases", "increased", "increasing", "up", "expand", "expands", "expanded", "expanding", "expansion",
        "jump", "jumped", "jumping", "surge", "surged", "surging", "climb", "climbed", "climbing", "soar", "soared", "soaring",
        "gain", "gained", "gaining", "year on year", "year-on-year", "yoy", "y-o-y", "from a year earlier", "from the previous year",
        "over the previous year", "from the year before", "than a year earlier", "advance", "advanced", "swell", "swelled", "uptick",
        "higher than the previous year", "larger than", "bigger than", "higher than in", "more than in", "annual growth", "compared with the previous year", "compared to the previous year", "leap", "leapt", "leaped",
        "a plus of", "adding", "accelerated", "accelerate", "faster", "rebound", "rebounded", "rebounding", "bounced back", "recovered", "recovering",
    ]),
    (Cue::Fall, &[
        "fall", "fell", "fallen", "falling", "drop", "dropped", "dropping", "decline", "declined", "declining", "decrease",
        "decreased", "decreasing", "down", "shrink", "shrank", "shrunk", "shrinking", "contract", "contracted", "contraction",
        "slump", "slumped", "plunged", "lost", "lower than", "slid", "dipped",
    ]),
    (Cue::Contribution, &[
        "contribute", "contributes", "contributed", "contributing", "contribution", "contribution rate", "contributor",
        "drove", "of growth", "of gdp growth", "of economic growth", "of the growth", "to gdp growth", "to economic growth", "of the country's gdp growth",
        "of china's gdp growth", "of the increase in gdp", "of the gdp growth", "of the economic growth", "to the growth of gdp", "to growth",
        "of that year's economic growth", "of that year's gdp growth", "of the year's economic growth", "of the year's gdp growth",
        "of last year's economic growth", "of last year's gdp growth", "of china's economic growth", "of the country's economic growth",
    ]),
    (Cue::Rank, &[
        "rank", "ranks", "ranked", "ranking", "place", "placed", "position", "positioned", "largest", "biggest", "second only to", "trails only", "behind only",
        "only to", "stands", "standing", "stood", "top", "spot",
    ]),
    (Cue::Price, &["price", "prices", "cost", "costs", "fee", "fees", "tariff", "tariffs"]),
    (Cue::To, &["to", "reach", "reaches", "reached", "reaching", "hit", "hits", "hitting", "stand at", "stood at", "stands at", "standing at", "totaled", "totalled", "at"]),
    (Cue::By, &["by"]),
    (Cue::Average, &["average annual", "annual average", "on average", "averaging", "averaged", "average", "compound", "annually", "a year on average", "per year", "annual"]),
    (Cue::From, &["from", "against", "compared with", "compared to", "compares with", "compares to"]),
    (Cue::Other, &[
        "per capita", "per person", "per head", "would have to", "would now have to", "would need to", "would now need to", "excluding", "investment", "invested", "invest", "loan", "loans", "debt", "deficit", "surplus", "profit", "profits", "tax", "taxes",
        "official estimates", "estimates of", "forecast", "forecasts", "forecasted", "target", "targets", "upper limit", "lower limit", "limit", "limits", "predicted", "expected", "expects", "projected", "estimate that", "predicts", "jobs", "employment", "users", "companies", "employees", "consumption",
        "exports", "imports", "trade", "fund", "funds", "budget", "subsidy", "quarter", "first half", "second half", "half-year", "months", "month", "monthly", "quarterly", "related industries", "related sectors", "related fields",
    ]),
];

/// What carries a sentence on.
pub(super) const PLAIN: &str = "
a an the this that these those it its they their them which who what whose how why where as such also even still already yet just only both either neither
in on of for with by to from at into onto over under during through throughout between among within per via since until till before after while when where
although though but and or nor so than then because despite amid amidst given based according not no
is are was were be been being has have had having will would shall should may might can could must do does did
one two three first second third last past previous next current recent late early earlier later
value valued valuation worth size scale scope volume output amount total totals sum figure figures number numbers quantity market industry industries sector sectors
added value-added production turnover revenue revenues sales gross aggregate overall whole entire combined
reach reaches reached reaching hit hits hitting stand stands stood standing total totaled totalled totaling totalling amount amounts amounted amounting
come comes came coming go goes went going get gets got arrive arrived exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing top topped topping
pass passes passed passing cross crossed crossing break broke broken breaking become becomes became becoming remain remains remained remaining
record records recorded recording register registered registering post posted posting see sees saw seen seeing show shows showed shown showing
report reports reported reporting estimate estimates estimated estimating put puts putting say says said tell told announce announced announcing
 data statistics statistical report study survey paper released release releases releasing published publish publishing issued official officials academy institute ministry bureau
year years annual yearly year-on-year end start beginning period time day month quarter decade
china chinese country nation national nationwide country's nation's domestic global globally world world's worldwide
economy economic gdp growth rate rates pace speed speeds share proportion percentage percent points point ratio level levels contribution
about around nearly almost approximately roughly some more less least most up down
yuan renminbi rmb cny dollars dollar usd us u.s american trillion billion million thousand hundred equivalent equal equals
high higher highest low lower lowest large larger largest big bigger biggest great greater strong stronger rapid fast faster fastest steady stable sharp slight significant significantly considerable
new old main major key important huge massive vast full further additional average respectively combined together thus hence therefore meanwhile however moreover furthermore besides
expected projected forecast expects plan plans planned planning aim aims aimed target targets targeted goal goals set sets ensure ensures ensuring ensured
 access connect connected connection connecting connectivity cover covers covered covering coverage link linked linking equip equipped install installed provide provided providing available bring brings brought gain gains enjoy enjoys enjoyed
use used using all each every any other others another
accounts account accounted accounting makes make made making represent represents represented representing
rank ranks ranked ranking place places placed placing position positioned
grow grows grew grown growing growth increase increases increased increasing rise rises rose risen rising climb climbed expand expanded expanding expansion jump jumped surge surged surging soar soared soaring double doubled doubling triple tripled
develop develops developed developing development boom boomed booming thrive thrives thrived thriving flourish flourished flourishing
contribute contributes contributed contributing drive drives drove driven driving
term terms price prices current comparable constant nominal real calculated calculation basis
across throughout planned experienced robust momentum size-wise slightly scheduled estimated mark milestone threshold verified verification final finally preliminary initial initially revised
strategy implement implemented implementing implementation project initiative policy policies measures measure program programme government state council
discuss discussed discussing topics topic regarding concerning related items meeting meetings executive held hold attended office taking took take
internet broadband network networks service services villages village administrative
 there here now today ones currently far well out off too very much many
maintain maintains maintained maintaining keep keeps kept keeping sustain sustained enter entered entering home continue continues continued continuing achieve achieves achieved achieving generate generates generated generating produce produces produced producing constitute hover hovered hovering jumped approach approached approaching close top tops near neared nearing swell swelled balloon ballooned stood reached bigger further yet pandemic driven strong demand support key engine driver pillar part portion remarkable momentum numbered numbering counts tech technology information communications it'll it's that's compared comparison
 known called so-called dubbed broad broadly defined measured counted including include includes included
gdp's china's nationwide population households people residents
article experts expert analysts analyst researchers
statement conference press news agency xinhua daily
our we my itself themselves proper absolute marked marks marking slowdown slowed slowing slow slower slowest acceleration deceleration picked picking
arrives arriving overtook overtake overtakes overtaken overtaking outpaced outpacing ahead behind trailed trailing
fully merely whole-year full-year yuan-denominated logged logging log notched notching
premier li keqiang minister president vice director chief head
dec nov oct sept sep aug jul jun apr mar feb jan january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
quadruple quadrupled quadrupling quintuple quintupled quintupling skyrocket skyrocketed skyrocketing mushroomed mushrooming ballooning spiked spiking leap leapt leaping vault vaulted edged edging inched inching ticked nudged pushed pushing propelled propelling lifted lifting boosted boosting raised raising widened widening narrowed narrowing shot sped eased easing cooled cooling moderated
clocked clocking chalked tallied tallying tally commanded commanding claimed claiming captured capturing secured securing earned earning weighed weighing ran runs running lies lay lying sat sits sitting hovers turned turning yielded yielding delivered delivering netted
outstripped outstripping outgrew outgrown eclipsed eclipsing lagging beyond below above beneath upwards upward
multi-decade multi-year record-low record-high whopping staggering impressive hefty mere sizable sizeable substantial solid healthy brisk breakneck double-digit all-time unprecedented astonishing phenomenal tremendous enormous colossal notable noteworthy striking dramatic
magnitude headline reading snapshot estimation calculations breakdown benchmark tune clip leg stage phase peak heights crest bar ceiling
found find finds finding suggested suggests suggesting indicated indicates indicating revealed reveals revealing unveiled unveils disclosed discloses disclosing noted notes noting stressed stresses stressing explained explains described describes argued argues believed believes cited cites citing quoted quotes quoting wrote writes written reads underscoring underscores reflecting reflects reflected highlighting highlights highlighted signalling signaling proving proved proves confirmed confirms confirming
whitepaper blue book bluebook yearbook bulletin communique findings authors economists statisticians authorities regulators spokesman spokesperson spokeswoman watchdog regulator think tank source sources author analysis analyses
per annum compound compounded targeting wireless
stagnated stagnating plateaued plateauing flattened flat unchanged held holding holds stated states stating settled settling dipped dipping tumbled plunged plunging slid sliding declined declining dropped dropping stabilized stabilised exactly bottomed nosedived retreated retreating lifted quickened quickening strengthened weakened weakening
met meet meets meeting lost lose loses losing felt feel gave give gives giving left leave leaves missed miss misses shrank shrink shrunk sank fared beat beats beating began begin begins won win wins sprang bucked defied weathered resisted withstood shook sped gathered bounced rallied eked managed recouped regained surprised disappointed struggled expectations
rebounded rebounding bounced recovered recovering considering following ending ended starting started began begun leading led
meant supposed intended bound due likely extend extends extended extending accessible reachable attain attains attained attaining obtain obtains obtained allow allows
allowed allowing enable enables enabled enabling help helps helped helping aided create creates created creating build builds built spread spreads spreading serve serves
served serving fuel fuels fuelled fueled fueling fuelling spur spurs spurred spurring bolster bolstered bolstering translate translates translated translating correspond
corresponds corresponded corresponding consist consists consisted stem stems stemmed stemming derive derives derived deriving attributed attributable owing thanks boast
boasts boasted boasting envisage envisages envisaged envisaging foresee foresees foresaw foreseen foreseeing call calls calling require requires required requiring want
wants wanted seek seeks sought seeking hope hopes hoped vow vows vowed vowing pledge pledges pledged pledging promise promises promised propose proposes proposed
stipulate stipulates stipulated specify specifies specified laid lays outline outlines outlined map maps mapped commit committed instead rather quite alone alike
afterwards onwards onward forward away apart indeed perhaps maybe once twice again soon ever never always often sometimes modest tiny small smaller smallest meagre meager
slim wide wider ample sheer fresh long short longer shorter good better best bad worse worst true actual exact precise rough broader net same similar different various
several certain own single particular specific general common prior former latter subsequent upcoming ongoing consecutive successive straight result results outcome
course span prove thought thinks regard regards regarded consider considered considers deem deemed describe assessed assess assesses appraised computed compute computes
worked works work working stretch stretches stretched stretching venture like unlike whereby thereby therein thereof hereby herewith wherein belong belongs belonged owes
owed happen happens happened occurred occur occurs witness witnesses witnessed witnessing undergo undergoes underwent undergone mean means meaning imply implies implied
implying equate equates equated await awaits awaited
responsible gone reckon reckons reckoned reckoning pencilled penciled crept creeping fetched fetching touched touching cleared clearing spanned spanning spans matched matching comfortably thereafter backbone mainstay cornerstone downward downwards halfway midway headline-grabbing robustly briskly forecasted anticipated anticipates anticipate envisions envision envisioned eventually ultimately altogether outright
credit credits credited crediting calculates calculate calculating
";

/// Of several words.
#[rustfmt::skip]
pub(super) const PLAIN_PHRASES: &[&str] = &[
    "according to", "account of", "better-than-expected", "faster-than-expected", "forecast-beating", "higher-than-expected",
    "lower-than-expected", "picked up steam", "pick up steam", "picking up steam", "record-breaking", "slower-than-expected",
    "stronger-than-expected", "target-beating", "weaker-than-expected", "worse-than-expected", "be able", "be worth", "estimated at", "have access", "scale of", "size of", "so far", "source of", "stands at", "thus far", "valued at", "which is", "white paper",
];
