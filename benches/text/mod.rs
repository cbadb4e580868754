//! Text to measure with, made anew each time: the same seed gives the same text, and no file is shipped.

use std::fmt::{self, Write};

/// What a text is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// English news that names nothing of the base.
    News,
    /// Chinese news that names nothing of the base.
    Xinwen,
    /// English and Chinese about what the base has facts of, with figures in every sentence.
    Dense,
}

impl Kind {
    /// All kinds.
    pub(crate) const ALL: [Self; 3] = [Self::News, Self::Xinwen, Self::Dense];

    /// Sentences with gaps: `#` a number of up to four digits, `%` a number with a decimal, `@` a year, `*` a name.
    fn sentences(self) -> &'static [&'static str] {
        match self {
            Self::News => NEWS,
            Self::Xinwen => XINWEN,
            Self::Dense => DENSE,
        }
    }

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Xinwen => &["王建国", "李梅", "赵一鸣", "林晓", "陈立", "周宁", "吴桐", "郑远"],
            _ => &["Alder", "Brandt", "Castellan", "Dunmore", "Eriksen", "Fairweather", "Grimaldi", "Hollis"],
        }
    }
}

/// Its name in tables and of its file.
impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::News => "news",
            Self::Xinwen => "xinwen",
            Self::Dense => "dense",
        })
    }
}

#[rustfmt::skip]
const NEWS: &[&str] = &[
    "The harbour master said on Tuesday that # boats had left before the storm and that most were back by noon.",
    "Mr. * told the court he had seen nothing of the sort, and the hearing was put off until the spring.",
    "Ticket sales at the opera rose % percent last season, helped by a run of sold-out evenings.",
    "The orchard lost about # trees to frost in @, and the owners have planted pears instead of plums.",
    "It was the third win in a row for the visitors, who scored twice in the last ten minutes.",
    "The library will be closed on Mondays while the roof is mended, a spokeswoman for the town said.",
    "Shares of * Holdings fell % percent to $% after the company cut its outlook for the year.",
    "Residents have complained for years about the noise of the trains that pass below their windows.",
    "A loaf costs £% in the village shop, nearly twice what it did when * took it over in @.",
    "Researchers followed # children from birth and found that those who slept longer read better at seven.",
    "Nobody was hurt when a crane tipped over at the building site, but two parked cars were crushed.",
    "The mayor, who took office in @, promised # new flats and has so far opened the doors of a few hundred.",
    "Rain is expected along the coast tomorrow, with gusts of up to # kilometres an hour on the hills.",
    "Her second novel was turned down by # publishers before it won the prize that made her name.",
    "The two sides met for six hours and agreed on little more than the date of their next meeting.",
    "Volunteers counted % million birds, among them a pair of storks that had not been seen since @.",
];

#[rustfmt::skip]
const XINWEN: &[&str] = &[
    "昨天上午，港口共有#艘渔船出海，傍晚前全部安全返航。",
    "*表示，图书馆将在周一闭馆维修屋顶，读者可以到分馆借书。",
    "本赛季主队已经连胜三场，最后十分钟攻入两球。",
    "该剧院去年售票收入同比增长%%，多场演出一票难求。",
    "受寒潮影响，果园损失了#棵果树，村民改种了梨树。",
    "记者从气象台获悉，明天沿海地区有大雨，山区阵风可达#公里每小时。",
    "*在法庭上否认了全部指控，案件将于春天再次开庭。",
    "@年以来，这座小城新建了#套住房，老街的面貌焕然一新。",
    "这部小说曾被#家出版社退稿，后来获得了大奖。",
    "双方会谈持续了六个小时，商定了下次见面的日期。",
    "志愿者一共数到%万只候鸟，其中有一对多年未见的白鹳。",
    "村里的小店，一斤苹果卖%元，比*接手时贵了近一倍。",
    "工地上的塔吊突然倾倒，所幸没有人员受伤，只压坏了两辆汽车。",
    "研究人员跟踪了#名儿童，发现睡得好的孩子阅读能力更强。",
];

#[rustfmt::skip]
const DENSE: &[&str] = &[
    "China's digital economy reached 22.58 trillion yuan in 2016, ranking second globally and accounting for 30.3 percent of GDP.",
    "In 2017 it amounted to 27.2 trillion yuan, up 20.3 percent from the previous year, or 32.9 percent of GDP.",
    "More than 98 percent of administrative villages will have broadband access by 2020, up from 91 percent at the end of 2013.",
    "The cloud computing market grew by over 30 percent to about 50 billion yuan, and core big data industries by 45 percent to 16.8 billion yuan.",
    "China's GDP grew 6.7 percent in 2016 to 74.41 trillion yuan (about 10.83 trillion U.S. dollars).",
    "The digital economy of a province of # towns grew % percent in @ and made up % percent of its output.",
    "2016年，中国数字经济规模达到22.58万亿元，位居全球第二，占GDP比重达30.3%。",
    "2012年至2021年，我国数字经济规模从11万亿元增长到45.5万亿元，占GDP比重由21.6%提升至39.8%。",
    "到2020年，98%以上的行政村通宽带；2016年国内生产总值744127亿元，比上年增长6.7%。",
    "云计算产业和大数据核心产业的市场规模分别增长超过30%和45%，分别达到约500亿元和168亿元。",
    "The digital economy contributed 69.9 percent to China's GDP growth in 2016, * said on @ figures.",
    "2020年我国数字经济规模达到39.2万亿元，占GDP比重为38.6%，同比名义增长9.7%。",
];

/// Numbers that look random and are the same every time.
pub(crate) struct Dice(u64);

impl Dice {
    /// Begins with a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another (Marsaglia's xorshift).
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }
}

/// A text of a kind with at least so many bytes, in paragraphs of five sentences.
pub(crate) fn text(kind: Kind, bytes: usize) -> String {
    let mut dice = Dice::new(2016);
    let mut text = String::with_capacity(bytes + 1024);
    let mut count = 0;
    while text.len() < bytes {
        let sentences = kind.sentences();
        for letter in sentences[dice.below(sentences.len())].chars() {
            match letter {
                '#' => write!(text, "{}", 2 + dice.below(9998)),
                // A percent sign behind a figure is one, all others are gaps.
                '%' if text.ends_with(|last: char| last.is_ascii_digit()) => write!(text, "%"),
                '%' => write!(text, "{}.{}", 1 + dice.below(99), 1 + dice.below(9)),
                '@' => write!(text, "{}", 1990 + dice.below(35)),
                '*' => write!(text, "{}", kind.names()[dice.below(kind.names().len())]),
                letter => write!(text, "{letter}"),
            }
            .expect("a text takes every letter");
        }
        count += 1;
        text.push_str(match (count % 5, kind) {
            (0, _) => "\n\n",
            (_, Kind::Xinwen) => "",
            _ => " ",
        });
    }
    text
}
