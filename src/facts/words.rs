//! The closed lists of words that a base uses: kinds, measures, vintages, bases of growth, types of sources.

use std::fmt;

use crate::lang::Lang;

/// A closed list of words, each with its name in a base and in each language.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal, $zh:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every word, in the order in which it is explained.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word in a base and in English.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The word in a language.
            #[must_use]
            pub fn name_in(self, lang: Lang) -> &'static str {
                match (lang, self) {
                    (Lang::En, _) => self.name(),
                    $((Lang::Zh, Self::$variant) => $zh),+
                }
            }

            /// Reads the word as a base writes it.
            #[must_use]
            pub fn from_name(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(self.name())
            }
        }
    };
}

words! {
    /// What kind of claim a fact is.
    Kind {
        /// A figure for a period.
        Figure = "figure", "数据";
        /// A figure to be reached.
        Target = "target", "目标";
        /// A figure that tests a target.
        Outcome = "outcome", "结果";
        /// Something that happened: a meeting, a launch.
        Event = "event", "事件";
        /// A statement in words.
        Statement = "statement", "表述";
    }
}

words! {
    /// What is said of a topic.
    Measure {
        /// An amount or a count.
        Level = "level", "数额";
        /// A part of a whole.
        Share = "share", "占比";
        /// Growth over a period.
        Growth = "growth", "增速";
        /// What it contributed to the growth of a whole.
        Contribution = "contribution", "贡献率";
        /// A difference between two states.
        Change = "change", "变化";
        /// A place in an order.
        Rank = "rank", "位次";
        /// A rate of transmission.
        Speed = "speed", "速率";
        /// A price.
        Price = "price", "价格";
    }
}

words! {
    /// Which publication of the same figure.
    Vintage {
        /// First published.
        Preliminary = "preliminary", "初步核算";
        /// Published again before the last.
        Revised = "revised", "修订";
        /// Last published.
        Final = "final", "最终核实";
    }
}

words! {
    /// On what basis a growth is counted.
    Basis {
        /// In the prices of each year.
        Nominal = "nominal", "名义";
        /// In constant prices.
        Real = "real", "实际";
        /// On a base that the compiler made comparable; not to be recomputed from levels.
        Comparable = "comparable", "可比口径";
    }
}

words! {
    /// What a source is, in the words of the Citation Style Language.
    SourceKind {
        /// A page of the web.
        Webpage = "webpage", "网页";
        /// A piece in a newspaper.
        Newspaper = "article-newspaper", "报纸文章";
        /// A piece in a journal.
        Journal = "article-journal", "期刊文章";
        /// Another article.
        Article = "article", "文章";
        /// A report or white paper.
        Report = "report", "报告";
        /// A policy document.
        Legislation = "legislation", "政策文件";
        /// A speech or work report.
        Speech = "speech", "讲话";
        /// A book.
        Book = "book", "图书";
        /// A data set.
        Dataset = "dataset", "数据集";
        /// An entry of an encyclopedia.
        Encyclopedia = "entry-encyclopedia", "百科条目";
    }
}
