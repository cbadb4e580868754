//! Of which place a figure is.

use std::ops::Range;

use super::mention::Where;
use super::names::What;
use super::scene::Scene;
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

/// Whether a place is told of, not only a dateline: `Zhejiang, an eastern province`.
fn said_what_it_is(after: &str) -> bool {
    [
        ", a ",
        ", an ",
        ", the ",
        ", home ",
        ", host ",
        ", seat ",
        ", birthplace ",
        ", capital ",
        ", one of ",
        ", which ",
        ", where ",
        ", with ",
    ]
    .iter()
    .any(|words| after.starts_with(words))
}

impl Scene<'_> {
    /// What the sentence says of the place of a figure, `hit` being the name of its topic.
    pub(super) fn place(&self, figure: &Figure, hit: Option<usize>) -> Where {
        let topic = hit.map(|hit| self.hits[hit].range.clone());
        let limit = topic.as_ref().map_or(figure.range.start, |topic| topic.end.max(figure.range.start));
        let mut found = Where::Unsaid;
        // `the digital economy in 47 countries`, `reached $32.6 trillion in 47 nations`
        let of_countries = |at: usize, words: &[&str]| {
            let rest = self.small_after(at);
            let sized =
                ["scale ", "size ", "volume ", "value "].iter().find_map(|size| rest.strip_prefix(size));
            let rest = sized.unwrap_or(rest);
            words.iter().find_map(|word| rest.strip_prefix(word)).is_some_and(|rest| {
                rest.split(char::is_whitespace).skip(1).take(2).any(|word| {
                    matches!(word.trim_end_matches([',', '.']), "countries" | "nations" | "economies")
                }) && rest.starts_with(|c: char| c.is_ascii_digit())
            })
        };
        let counted = topic.as_ref().is_some_and(|topic| of_countries(topic.end, &["in ", "of "]))
            || self.lang == Lang::En && of_countries(figure.range.end, &["in ", "of ", "across "]);
        // `5.1 percent GDP growth for the broader region`
        let mut words = self.small_after(figure.range.end).split([' ', ',', '.']).take(7);
        let of_the_region = self.lang == Lang::En
            && words.any(|word| matches!(word, "for" | "across"))
            && words.next() == Some("the")
            && words.any(|word| word == "region");
        if counted || of_the_region {
            return Where::Foreign;
        }
        if hit.is_some_and(|hit| self.lang == Lang::Zh && self.is_owned_by_a_stranger(hit)) {
            return Where::Foreign;
        }
        // 排名第一的美国: the rank of the place behind it.
        if self.lang == Lang::Zh
            && figure.kind == FigureKind::Rank
            && let Some(behind) = self.text[figure.range.end..self.range.end].strip_prefix('的')
            && let at = self.range.end - behind.len()
            && let Some(whose) = self.hits.iter().find(|hit| hit.range.start == at)
        {
            match whose.what {
                What::Place(_) => return Where::Foreign,
                What::Home => return Where::Home,
                _ => {}
            }
        }
        // `Fujian, host of the Digital China Summit, puts its own digital economy at`
        let own = topic.as_ref().is_some_and(|topic| self.small_before(topic.start).ends_with(" its own"));
        let owner = topic.as_ref().and_then(|topic| {
            let places = self.hits.iter().filter(|hit| matches!(hit.what, What::Home | What::Place(_)));
            places.rev().find(|hit| hit.range.end <= topic.start)
        });
        let opener = self.hits.first().filter(|first| self.before(first.range.start).is_empty());
        if own && [owner, opener].iter().flatten().any(|owner| matches!(owner.what, What::Place(_))) {
            return Where::Foreign;
        }
        // `10.3 percent of the gross domestic product of the United States`
        let of_anothers = |at: usize| {
            let whole = &self.hits[at].range;
            self.wholes[at]
                && figure.range.end <= whole.start
                && self.clause_at(figure.range.start) == self.clause_at(whole.start)
                && self
                    .figures_from(figure.range.end)
                    .first()
                    .is_none_or(|next| whole.end <= next.range.start)
                && self.hits.iter().any(|hit| {
                    matches!(hit.what, What::Place(_))
                        && whole.end <= hit.range.start
                        && matches!(
                            self.text[whole.end..hit.range.start].trim(),
                            "of" | "of the" | "in" | "in the"
                        )
                })
        };
        if self.lang == Lang::En
            && (0..self.hits.len())
                .find(|&at| self.wholes[at] && figure.range.end <= self.hits[at].range.start)
                .is_some_and(of_anothers)
        {
            return Where::Foreign;
        }
        if let Some(owner) = self.owner_of_aside(figure) {
            return owner;
        }
        // `The 47 together came to 32.6 trillion dollars`
        let opening = self.small(self.range.start..figure.range.start).trim_start();
        let first = opening.strip_prefix("together ").unwrap_or(opening);
        let all = ["together their ", "together they ", "combined, they ", "combined, their "];
        let together = all.iter().any(|all| opening.starts_with(all))
            || first.strip_prefix("the ").is_some_and(|rest| {
                let mut words = rest.split(' ');
                words
                    .next()
                    .is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty())
                    && (first != opening || words.take(2).any(|word| matches!(word, "together" | "combined")))
            });
        // `Globally the figure was 12.9 trillion dollars`, `Globally the digital economy stood at`
        let home_before = |at: usize| {
            self.hits.iter().any(|hit| matches!(hit.what, What::Home | What::Body(_)) && hit.range.start < at)
        };
        let all_over = self.lang == Lang::En
            && topic.as_ref().is_none_or(|topic| {
                topic.start < self.range.start
                    || figure.range.end <= topic.start
                    || !home_before(figure.range.start)
            })
            && ["globally", "worldwide", "the whole world", "the entire world"]
                .iter()
                .any(|all| opening.strip_prefix(all).is_some_and(|rest| rest.starts_with([' ', ','])));
        // `the world had 3.89 billion internet users, with a penetration rate of 51.7 percent`
        let the_world = self.hits.iter().rev().find(|hit| {
            hit.range.end <= figure.range.start
                && matches!(hit.what, What::World | What::Home | What::Place(_))
        });
        let of_the_world = self.lang == Lang::En
            && the_world.is_some_and(|hit| {
                let behind = self.small_after(hit.range.end);
                let ahead = self.small_before(hit.range.start);
                let subject = ![" in", " of", " in the", " of the"].iter().any(|word| ahead.ends_with(word));
                hit.what == What::World
                    && subject
                    && ["had ", "has ", "counted ", "spent "].iter().any(|verb| behind.starts_with(verb))
            });
        // 发展中国家只有29.8%
        let of_a_group = self.lang == Lang::Zh && {
            let lead = &self.text[self.clause_range(figure.range.start).start..figure.range.start];
            ["发达国家", "发展中国家", "收入国家"].iter().any(|group| lead.contains(group))
        };
        if together || all_over || of_the_world || of_a_group || self.is_said_of_several_places(figure) {
            return Where::Foreign;
        }
        let whereabouts = self.hits.iter().find_map(|other| match other.what {
            What::Place(_)
                if self.is_whereabouts_of(figure, &other.range) || self.is_where(&other.range, figure) =>
            {
                Some(Where::Foreign)
            }
            What::Home if self.is_whereabouts_of(figure, &other.range) => Some(Where::Home),
            _ => None,
        });
        if let Some(whereabouts) = whereabouts {
            return whereabouts;
        }
        for other in &self.hits {
            let near_topic = topic.as_ref().is_some_and(|topic| {
                other.range.start >= topic.end
                    && matches!(
                        self.text[topic.end..other.range.start].trim(),
                        "in" | "of" | "in the" | "of the"
                    )
            });
            // `behind the 10.8 trillion dollars of the United States`
            let near_figure = other.range.start >= figure.range.end
                && matches!(self.text[figure.range.end..other.range.start].trim(), "of" | "of the");
            if other.range.start > limit && !near_topic && !near_figure {
                break;
            }
            match other.what {
                What::Home if self.is_whereabouts(&other.range) || self.is_so_many_times(&other.range) => {}
                // 2020年湖南…，总量位居全国第12，同比增长13.9%: what is ranked among all stays what it is of.
                What::Home if found == Where::Foreign && self.is_field_of_rank(&other.range) => {}
                What::Home => found = Where::Home,
                What::Place(_) if self.is_government(&other.range) => found = Where::Home,
                What::Place(_) if self.is_subject(&other.range, figure) => found = Where::Foreign,
                // `and the US digital economy` has it, `behind only the US` has not.
                What::Place(_)
                    if !self.is_comparison(&other.range)
                        || topic.as_ref().is_some_and(|topic| self.is_joined_owner(&other.range, topic)) =>
                {
                    found = Where::Foreign;
                }
                What::World if topic.as_ref().is_some_and(|topic| self.modifies(&other.range, topic)) => {
                    found = Where::Foreign
                }
                // `sees Asia posting GDP growth of`: a region has it.
                What::World
                    if topic.as_ref().is_some_and(|topic| self.is_region_before(&other.range, topic)) =>
                {
                    found = Where::Foreign
                }
                // `while the global economy grew 3.1 percent`: what the clause names is the world's.
                What::World if self.is_what_the_world_has(&other.range, topic.as_ref(), figure) => {
                    found = Where::Foreign
                }
                // `Around the globe, the digital economy came to`
                What::World if self.is_the_stage(&other.range) => found = Where::Foreign,
                // 2021年，全球市场规模为…: the topic of the clause before, but elsewhere.
                What::World if self.is_others_size(&other.range, topic.as_ref(), figure) => {
                    found = Where::Foreign
                }
                _ => {}
            }
        }
        let together = |other: &Figure| self.counts_countries(other).filter(|_| other.range.end <= limit);
        let of_several = self.figures.iter().rev().find_map(together);
        if of_several.is_some_and(|several| {
            !self.hits.iter().any(|hit| {
                hit.what == What::Home && hit.range.start >= several && hit.range.end <= figure.range.start
            })
        }) {
            return Where::Foreign;
        }
        found
    }

    /// Whether a Chinese figure counts countries, and so tells of all of them together; where that ends: 测算的47个国家,
    /// 20个代表性经济体, 47国.
    pub(super) fn counts_countries(&self, other: &Figure) -> Option<usize> {
        let rest = &self.text[other.range.end..];
        let kind = ["主要", "代表性", "重点", "样本", "个"];
        let behind = kind.iter().find_map(|kind| rest.strip_prefix(kind)).unwrap_or(rest);
        let noun = |noun: &&str| behind.starts_with(*noun) || self.text[other.range.clone()].ends_with(*noun);
        let noun = ["国家", "國家", "经济体", "經濟體"].into_iter().find(noun);
        let short = || {
            let behind = rest.strip_prefix(['国', '國'])?;
            let word = behind.starts_with(['内', '务', '有', '企', '产', '道', '债', '标', '际', '家', '民']);
            (!word && matches!(other.kind, FigureKind::Count | FigureKind::Number)).then_some("国")
        };
        let noun = noun.or_else(short).filter(|_| self.lang == Lang::Zh)?;
        Some(other.range.end + (rest.len() - behind.len()) + noun.len())
    }

    /// Whether a list of places opens the sentence of a figure, and home is not named before it: `Germany, Japan and the US
    /// ranked third to fifth`.
    fn is_said_of_several_places(&self, figure: &Figure) -> bool {
        let mut ahead = self.hits.iter().filter(|hit| hit.range.end <= figure.range.start);
        let Some(first) = ahead.next().filter(|_| self.lang == Lang::En) else { return false };
        if !matches!(first.what, What::Place(_)) || !self.before(first.range.start).is_empty() {
            return false;
        }
        let mut end = first.range.end;
        let mut count = 1;
        for other in ahead {
            let between = self.text[end.min(other.range.start)..other.range.start].trim();
            let listed = matches!(between, "," | "and" | ", and" | "and the" | ", and the" | ", the");
            match other.what {
                What::Home => return false,
                What::Place(_) if listed => (end, count) = (other.range.end, count + 1),
                _ => {}
            }
        }
        count > 1 && !self.after(end).starts_with(',')
    }

    /// Whether a place behind a figure is where it holds: `58.3 percent of GDP in the United States and 30.3 percent in China`.
    fn is_whereabouts_of(&self, figure: &Figure, place: &Range<usize>) -> bool {
        if self.lang != Lang::En || place.start < figure.range.end {
            return false;
        }
        let between = &self.text[figure.range.end..place.start];
        (between.ends_with(" in ") || between.ends_with(" in the "))
            && !between.contains([',', ';', '(', ':'])
            && !self
                .figures
                .iter()
                .any(|other| figure.range.end <= other.range.start && other.range.start < place.start)
    }

    /// Whether a relative clause on a place has a figure: `the United States, where it came to 58.3 percent of GDP, …`.
    fn is_where(&self, place: &Range<usize>, figure: &Figure) -> bool {
        let clause = self.after(place.end).strip_prefix(", where ").filter(|_| self.lang == Lang::En);
        clause.is_some_and(|clause| {
            let at = self.range.end - clause.len();
            at <= figure.range.start && !self.text[at..figure.range.start].contains([',', ';', ':'])
        })
    }

    /// Whose a figure alone in parentheses is, when a place stands right before them: 分别比美国（58.3%）、日本（46.4%）低.
    fn owner_of_aside(&self, figure: &Figure) -> Option<Where> {
        let before = self.before(figure.range.start).strip_suffix(['(', '（'])?.trim_end();
        let end = self.range.start + before.len();
        self.hits.iter().find(|hit| hit.range.end == end).and_then(|hit| match hit.what {
            What::Home => Some(Where::Home),
            What::Place(_) | What::World => Some(Where::Foreign),
            _ => None,
        })
    }

    /// Whether the world stands before a word of size in the clause of a figure, and the topic before that clause.
    fn is_others_size(&self, place: &Range<usize>, topic: Option<&Range<usize>>, figure: &Figure) -> bool {
        self.lang == Lang::Zh
            && self.clause_at(place.start) == self.clause_at(figure.range.start)
            && topic.is_none_or(|topic| {
                topic.end <= place.start && self.clause_at(topic.start) != self.clause_at(place.start)
            })
            && ["市场", "规模", "平均", "总量", "产业"]
                .iter()
                .any(|size| self.text[place.end..].starts_with(size))
    }

    /// Whether a sentence opens with a place that nobody knows: `In Mumbai, …`.
    pub(super) fn opens_elsewhere(&self) -> bool {
        let text = &self.text[self.range.clone()];
        let Some(rest) = text.strip_prefix("In ").or_else(|| text.strip_prefix("At ")) else { return false };
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-')).unwrap_or(rest.len());
        let at = self.range.start + 3;
        rest.starts_with(|c: char| c.is_uppercase()) && self.strange(at..at + end) > 0
    }

    /// Whether a place has a figure, as the verb between them says: `Germany, Japan, and the US ranked third to fifth`.
    fn is_subject(&self, place: &Range<usize>, figure: &Figure) -> bool {
        #[rustfmt::skip]
        const VERBS: [&str; 22] = [
            "ranked", "ranks", "rank", "came", "came in", "is", "was", "are", "were", "grew", "saw", "had", "has", "have", "posted",
            "recorded", "reached", "hit", "placed", "took", "at", "with",
        ];
        self.lang == Lang::En
            && place.end <= figure.range.start
            && VERBS.contains(&self.small(place.end..figure.range.start).trim())
    }

    /// Whether a place is only what something is compared with or where something was said.
    fn is_comparison(&self, range: &Range<usize>) -> bool {
        let before = self.small_before(range.start);
        let after = self.small_after(range.end);
        match self.lang {
            Lang::En => {
                [
                    "only the",
                    "only to the",
                    "only to",
                    "behind the",
                    "behind",
                    "after the",
                    "than the",
                    "than",
                    "trails the",
                    "trailing the",
                    "trailing",
                    "with the",
                    "and the",
                    "from the",
                    "following the",
                    "next to the",
                    "after",
                    "surpassing",
                    "overtaking",
                    "ahead of",
                ]
                .iter()
                .any(|word| before.ends_with(word))
                    || before.ends_with(',') && after.starts_with(',')
                    || before.is_empty()
                        && (after.starts_with(',') && !said_what_it_is(after)
                            || after.starts_with("--")
                            || after.starts_with('('))
                    || [
                        "held in",
                        "conference in",
                        "forum in",
                        "held at",
                        "meeting in",
                        "speech in",
                        "summit in",
                        "released in",
                        "expo in",
                        "opened in",
                    ]
                    .iter()
                    .any(|word| before.ends_with(word))
                    || after.starts_with("dollar")
                    || after.starts_with('$')
            }
            Lang::Zh => {
                ["仅次于", "次于", "与", "和", "较", "比", "落后于", "低于", "高于", "僅次於", "在"]
                    .iter()
                    .any(|word| before.ends_with(word))
                    && !(before.ends_with('在')
                        && !after.starts_with("举行")
                        && !after.starts_with("召开")
                        && !after.starts_with("举办")
                        && !after.starts_with("乌镇")
                        && !after.starts_with("发布"))
                    || after.starts_with("元")
                    || after.starts_with("乌镇")
            }
        }
    }

    /// Whether the country only says where a part of it lies: `Zhejiang, a coastal province in China`, `eastern
    /// China's Zhejiang`.
    fn is_whereabouts(&self, range: &Range<usize>) -> bool {
        if self.lang != Lang::En {
            return false;
        }
        let before = self.before(range.start).trim_end_matches(" eastern").trim_end_matches(" western");
        ["province in", "city in", "county in", "region in", "province of", "region of", "municipality in"]
            .iter()
            .any(|words| before.ends_with(words))
    }

    /// Whether the country is only what another's is so many times of: 是我国的三倍多.
    fn is_so_many_times(&self, range: &Range<usize>) -> bool {
        let before = self.before(range.start);
        let behind: String = self.text[range.end..self.range.end].chars().take(6).collect();
        self.lang == Lang::Zh
            && ["是", "为", "相当于", "约为", "达", "约是", "约相当于"]
                .iter()
                .any(|word| before.ends_with(word))
            && behind.starts_with('的')
            && behind.contains(['倍', '半', '成'])
    }

    /// Whether the country is only the field in which a part of it is ranked, or what it is measured against: 位居全国第12,
    /// 占全国的33.1%, 高于全国平均水平.
    fn is_field_of_rank(&self, range: &Range<usize>) -> bool {
        let after = self.after(range.end);
        let before = self.before(range.start);
        self.lang == Lang::Zh
            && (["第", "排名", "前", "首", "各", "平均", "领先", "領先", "之首"]
                .iter()
                .any(|word| after.starts_with(word))
                || [
                    "占", "佔", "居", "列", "排", "排在", "排名", "于", "於", "低于", "比", "较", "領跑",
                    "领跑", "与", "與", "和",
                ]
                .iter()
                .any(|word| before.ends_with(word)))
    }

    /// Whether a capital stands for its government: `Beijing plans to`.
    fn is_government(&self, range: &Range<usize>) -> bool {
        let verbs = [
            "plans ",
            "wants ",
            "aims ",
            "hopes ",
            "intends ",
            "vows ",
            "vowed ",
            "pledged ",
            "has pledged",
            "seeks ",
            "planned ",
            "aimed ",
            "is betting ",
            "is counting ",
            "is to ",
            "has set ",
            "has ordered ",
            "has decided ",
            "has promised ",
            "ordered ",
            "promised ",
            "expects ",
            "targets ",
            "decided ",
        ];
        let after = self.after(range.end);
        &self.text[range.clone()] == "Beijing" && verbs.iter().any(|verb| after.starts_with(verb))
    }

    /// Whether a place that is joined to what stands before it is the owner of the topic: `and the US digital economy`.
    fn is_joined_owner(&self, place: &Range<usize>, topic: &Range<usize>) -> bool {
        let before = self.small_before(place.start);
        self.lang == Lang::En
            && self.modifies(place, topic)
            && (["and the", "and", "while the", "while"].iter().any(|word| before.ends_with(word))
                || matches!(self.text[place.end..topic.start].trim(), "'s" | "’s"))
    }

    /// Whether the world opens the sentence as where all of it holds: `Globally, …`, `Across the world, …`, 放眼全球，….
    fn is_the_stage(&self, world: &Range<usize>) -> bool {
        const OPENINGS: [&str; 12] = [
            "",
            "in the",
            "across the",
            "around the",
            "throughout the",
            "all over the",
            "从",
            "在",
            "就",
            "放眼",
            "纵观",
            "纵览",
        ];
        let after = self.small_after(world.end);
        let after = ["范围来看", "范围内", "范围看", "来看", "看", "而言", "来说", "上"]
            .iter()
            .find_map(|word| after.strip_prefix(word))
            .unwrap_or(after);
        after.starts_with([',', '，']) && OPENINGS.contains(&self.small_before(world.start))
    }

    /// Whether a group of countries stands before a topic in its clause: `the Asia-Pacific region posting GDP growth`.
    fn is_region_before(&self, place: &Range<usize>, topic: &Range<usize>) -> bool {
        let all = ["world", "world's", "worldwide", "global", "globally", "international"];
        self.lang == Lang::En
            && place.end <= topic.start
            && self.clause_at(place.start) == self.clause_at(topic.start)
            && !all.contains(&self.small(place.clone()))
            && !self.is_comparison(place)
            && !self.before(place.start).ends_with(" in")
    }

    /// Whether the world, named between a topic and a figure of the clause, has the figure: `the global average of`.
    fn is_what_the_world_has(
        &self,
        world: &Range<usize>,
        topic: Option<&Range<usize>>,
        figure: &Figure,
    ) -> bool {
        let behind = self.small_after(world.end);
        let noun = behind.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        self.lang == Lang::En
            && topic.is_none_or(|topic| topic.end <= world.start)
            && world.end <= figure.range.start
            && self.clause_at(world.start) == self.clause_at(figure.range.start)
            && matches!(
                noun,
                "economy" | "average" | "growth" | "rate" | "output" | "figure" | "mean" | "pace" | "level"
            )
    }

    fn modifies(&self, place: &Range<usize>, topic: &Range<usize>) -> bool {
        if place.end > topic.start {
            return false;
        }
        let between = self.text[place.end..topic.start].trim();
        between.is_empty() || matches!(between, "的" | "'s" | "’s" | "s" | "total" | "whole")
    }
}
