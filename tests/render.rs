//! One page in every format, and a page that means harm.

use ipfacts::page::{Audience, Card, Cell, Column, Field, Page, Part, Table, Tone};
use ipfacts::render::{self, Format, Style};
use snapbox::{IntoData, assert_data_eq, str};

/// A page in a format.
fn drawn(page: &Page, format: Format, style: &Style) -> String {
    let mut out = Vec::new();
    render::page(page, format, style, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("pages are UTF-8")
}

/// A page as a file gets it.
fn plain(page: &Page, format: Format) -> String {
    drawn(page, format, &Style::PLAIN)
}

/// A page on a terminal so many columns wide.
fn terminal(page: &Page, width: u16) -> String {
    drawn(page, Format::Table, &Style { width: Some(width), ..Style::PLAIN })
}

fn facts() -> Table {
    let mut table = Table::new(vec![
        Column::new("id", "ID"),
        Column::new("subject", "SUBJECT"),
        Column::new("value", "VALUE").right(),
        Column::machine("value_low"),
        Column::machine("inferred"),
        Column::people("STATUS"),
        Column::new("source", "SOURCE").audience(Audience::WideTerminal),
    ])
    .caption("Claims of the article");
    table.push(vec![
        Cell::text("broadband-villages-2020"),
        Cell::text("administrative villages with broadband"),
        Cell::text("more than 98 %"),
        Cell::number("98"),
        Cell::Bool(false),
        Cell::toned("met", Tone::Good),
        Cell::text("govcn-2018-01-21"),
    ]);
    table.push(vec![
        Cell::text("digital-economy-2016"),
        Cell::text("数字经济（digital economy）总量"),
        Cell::text("22.58万亿元"),
        Cell::number("22575000000000"),
        Cell::Bool(true),
        Cell::Empty,
        Cell::text("caict"),
    ]);
    table
}

fn card() -> Card {
    Card {
        title: "digital-economy-2016".into(),
        subtitle: Some("China's digital economy reached 22.58 trillion yuan in 2016.".into()),
        fields: vec![
            Field { label: "Value".into(), lines: vec![Cell::toned("22.58 trillion yuan", Tone::Strong)] },
            Field {
                label: "Sources".into(),
                lines: vec![
                    Cell::text("Internet Plus: a life-changing initiative, https://www.gov.cn/a?b=1&c=2"),
                    Cell::list(["caict", "中国信息通信研究院"]),
                ],
            },
            Field { label: "Note".into(), lines: vec![Cell::Empty] },
            Field { label: "备注".into(), lines: vec![Cell::toned("another year", Tone::Faint)] },
        ],
    }
}

fn sample() -> Page {
    Page {
        parts: vec![
            Part::Table(facts()),
            Part::Card(card()),
            Part::Literal(vec!["22.58 ÷ 30.3 %".into(), "  = 74.52".into()]),
            Part::Text("2 of 12 facts; `--all` shows the others.".into()),
        ],
        records: facts(),
        single: false,
    }
}

#[test]
fn table() {
    assert_data_eq!(
        plain(&sample(), Format::Table),
        str![[r#"
Claims of the article
ID                       SUBJECT                                          VALUE  STATUS  SOURCE
broadband-villages-2020  administrative villages with broadband  more than 98 %  met     govcn-2018-01-21
digital-economy-2016     数字经济（digital economy）总量            22.58万亿元          caict

digital-economy-2016
China's digital economy reached 22.58 trillion yuan in 2016.
  Value    22.58 trillion yuan
  Sources  Internet Plus: a life-changing initiative, https://www.gov.cn/a?b=1&c=2
           caict; 中国信息通信研究院
  备注     another year

22.58 ÷ 30.3 %
  = 74.52

2 of 12 facts; `--all` shows the others.

"#]]
        .raw()
    );
}

#[test]
fn table_on_a_terminal() {
    assert_data_eq!(
        terminal(&sample(), 72),
        str![[r#"
Claims of the article
ID                       SUBJECT                           VALUE  STATUS
broadband-villages-2020  administrative villages  more than 98 %  met
                         with broadband
digital-economy-2016     数字经济（digital           22.58万亿元
                         economy）总量

digital-economy-2016
China's digital economy reached 22.58 trillion yuan in 2016.
  Value    22.58 trillion yuan
  Sources  Internet Plus: a life-changing initiative,
           https://www.gov.cn/a?b=1&c=2
           caict; 中国信息通信研究院
  备注     another year

22.58 ÷ 30.3 %
  = 74.52

2 of 12 facts; `--all` shows the others.

"#]]
        .raw()
    );
}

#[test]
fn table_too_narrow_for_its_words_becomes_cards() {
    assert_data_eq!(
        terminal(&Page::of(facts()), 40),
        str![[r#"
Claims of the article

broadband-villages-2020
  SUBJECT  administrative villages with
           broadband
  VALUE    more than 98 %
  STATUS   met

digital-economy-2016
  SUBJECT  数字经济（digital economy）总
           量
  VALUE    22.58万亿元

"#]]
        .raw()
    );
}

#[test]
fn table_in_colour() {
    let style = Style { color: true, width: Some(90), unicode: true };
    let page = Page { parts: vec![Part::Table(facts()), Part::Card(card())], ..Page::default() };
    assert_data_eq!(drawn(&page, Format::Table, &style).replace('\u{1b}', "ESC"), str![[r#"
ESC[1mClaims of the articleESC[0m
ESC[1mIDESC[0m                       ESC[1mSUBJECTESC[0m                                          ESC[1mVALUEESC[0m  ESC[1mSTATUSESC[0m
broadband-villages-2020  administrative villages with broadband  more than 98 %  ESC[32mmetESC[0m
digital-economy-2016     数字经济（digital economy）总量            22.58万亿元

ESC[1mdigital-economy-2016ESC[0m
China's digital economy reached 22.58 trillion yuan in 2016.
  Value    ESC[1m22.58 trillion yuanESC[0m
  Sources  Internet Plus: a life-changing initiative, https://www.gov.cn/a?b=1&c=2
           caict; 中国信息通信研究院
  备注     ESC[2manother yearESC[0m

"#]].raw());
}

#[test]
fn markdown() {
    assert_data_eq!(
        plain(&sample(), Format::Markdown),
        str![[r#"
**Claims of the article**

| ID                      | SUBJECT                                |          VALUE | STATUS |
| :---------------------- | :------------------------------------- | -------------: | :----- |
| broadband-villages-2020 | administrative villages with broadband | more than 98 % | met    |
| digital-economy-2016    | 数字经济（digital economy）总量        |    22.58万亿元 |        |

### digital-economy-2016

China's digital economy reached 22.58 trillion yuan in 2016.

- **Value**: 22.58 trillion yuan
- **Sources**: Internet Plus: a life-changing initiative, <https://www.gov.cn/a?b=1&c=2>\
  caict; 中国信息通信研究院
- **备注**: another year

```text
22.58 ÷ 30.3 %
  = 74.52
```

2 of 12 facts; `--all` shows the others.

"#]]
        .raw()
    );
}

#[test]
fn csv() {
    assert_data_eq!(
        plain(&sample(), Format::Csv),
        str![[r#"
id,subject,value,value_low,inferred
broadband-villages-2020,administrative villages with broadband,more than 98 %,98,false
digital-economy-2016,数字经济（digital economy）总量,22.58万亿元,22575000000000,true

"#]]
        .raw()
    );
}

#[test]
fn tsv() {
    assert_data_eq!(
        plain(&sample(), Format::Tsv),
        str![[r#"
id	subject	value	value_low	inferred
broadband-villages-2020	administrative villages with broadband	more than 98 %	98	false
digital-economy-2016	数字经济（digital economy）总量	22.58万亿元	22575000000000	true

"#]]
        .raw()
    );
}

#[test]
fn json() {
    assert_data_eq!(
        plain(&sample(), Format::Json),
        str![[r#"
[
  {
    "id": "broadband-villages-2020",
    "inferred": false,
    "subject": "administrative villages with broadband",
    "value": "more than 98 %",
    "value_low": "98"
  },
  {
    "id": "digital-economy-2016",
    "inferred": true,
    "subject": "数字经济（digital economy）总量",
    "value": "22.58万亿元",
    "value_low": "22575000000000"
  }
]

"#]]
        .raw()
    );
}

#[test]
fn jsonl() {
    assert_data_eq!(plain(&sample(), Format::Jsonl), str![[r#"
{"id":"broadband-villages-2020","inferred":false,"subject":"administrative villages with broadband","value":"more than 98 %","value_low":"98"}
{"id":"digital-economy-2016","inferred":true,"subject":"数字经济（digital economy）总量","value":"22.58万亿元","value_low":"22575000000000"}

"#]].raw());
}

#[test]
fn html() {
    let html = plain(&sample(), Format::Html);
    let (head, body) = html.split_once("<style>").unwrap();
    assert_data_eq!(
        head,
        str![[r#"
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Claims of the article</title>

"#]]
        .raw()
    );
    assert_data_eq!(body.split_once("</style>").unwrap().1, str![[r#"

</head>
<body>
<table>
<caption>Claims of the article</caption>
<thead>
<tr>
<th scope="col">ID</th>
<th scope="col">SUBJECT</th>
<th scope="col" class="right">VALUE</th>
<th scope="col">STATUS</th>
</tr>
</thead>
<tbody>
<tr>
<td>broadband-villages-2020</td>
<td>administrative villages with broadband</td>
<td class="right">more than 98 %</td>
<td class="good">met</td>
</tr>
<tr>
<td>digital-economy-2016</td>
<td>数字经济（digital economy）总量</td>
<td class="right">22.58万亿元</td>
<td></td>
</tr>
</tbody>
</table>
<section>
<h2>digital-economy-2016</h2>
<p>China&#39;s digital economy reached 22.58 trillion yuan in 2016.</p>
<dl>
<dt>Value</dt>
<dd class="strong">22.58 trillion yuan</dd>
<dt>Sources</dt>
<dd>Internet Plus: a life-changing initiative, <a href="https://www.gov.cn/a?b=1&amp;c=2" rel="noreferrer">https://www.gov.cn/a?b=1&amp;c=2</a></dd>
<dd>caict; 中国信息通信研究院</dd>
<dt>备注</dt>
<dd class="faint">another year</dd>
</dl>
</section>
<pre>
22.58 ÷ 30.3 %
  = 74.52
</pre>
<p>2 of 12 facts; <code>--all</code> shows the others.</p>
</body>
</html>

"#]].raw());
}

#[test]
fn one_thing_is_one_object() {
    let mut table = Table::new(vec![Column::new("names", "NAMES"), Column::machine("day")]);
    table.push(vec![Cell::list(["caict", "中国信通院"]), Cell::Empty]);
    let page = Page { single: true, ..Page::of(table) };
    assert_eq!(plain(&page, Format::Jsonl), "{\"day\":null,\"names\":[\"caict\",\"中国信通院\"]}\n");
    assert_data_eq!(
        plain(&page, Format::Json),
        str![[r#"
{
  "day": null,
  "names": [
    "caict",
    "中国信通院"
  ]
}

"#]]
        .raw()
    );
}

#[test]
fn an_empty_table_is_its_head() {
    let page = Page::of(Table::new(vec![Column::new("id", "ID"), Column::new("value", "VALUE").right()]));
    let cases = [
        (Format::Table, "ID  VALUE\n"),
        (Format::Markdown, "| ID  | VALUE |\n| :-- | ----: |\n"),
        (Format::Csv, "id,value\n"),
        (Format::Tsv, "id\tvalue\n"),
        (Format::Json, "[]\n"),
        (Format::Jsonl, ""),
    ];
    for (format, expected) in cases {
        assert_eq!(plain(&page, format), expected);
    }
}

#[test]
fn an_empty_page_is_nothing() {
    for format in [Format::Table, Format::Markdown, Format::Csv, Format::Tsv, Format::Jsonl] {
        assert_eq!(plain(&Page::default(), format), "");
    }
}

#[test]
fn a_column_for_wide_terminals_needs_room_for_the_others() {
    let page = Page::of(facts());
    let head = |width| terminal(&page, width).lines().nth(1).unwrap_or_default().to_owned();
    let whole = "broadband-villages-2020  administrative villages with broadband  more than 98 %  met     govcn-2018-01-21";
    let width = u16::try_from(whole.len()).unwrap();
    assert!(head(width).ends_with("STATUS  SOURCE"));
    // The subject may wrap, but only to lines of some words.
    assert!(head(width - 14).ends_with("STATUS  SOURCE"));
    assert!(head(width - 15).ends_with("STATUS"));
}

fn hostile() -> Page {
    let mut table = Table::new(vec![Column::new("text", "TEXT"), Column::new("why", "WHY")]);
    for (text, why) in [
        ("\u{1b}]0;title\u{7}\u{1b}[2J", "escape sequence"),
        ("\u{9b}31m", "the same in one character"),
        ("<script>alert(1)</script>", "script"),
        ("[a](javascript:alert(1)) ![b](http://c.d)", "link and image"),
        ("=cmd|' /C calc'!A0", "formula"),
        ("＠SUM(A1)", "formula, full width"),
        ("| a | \\| b", "pipes"),
        ("-22.58", "number"),
        ("ab\u{202e}85.22", "right to left"),
        ("two\r\nlines\tand a tab\0", "control characters"),
        ("\"quoted\", & 'more'", "quotation marks"),
        ("# 1. *a* _b_ `c` ``", "markup"),
    ] {
        table.push(vec![Cell::text(text), Cell::text(why)]);
    }
    Page::of(table)
}

#[test]
fn hostile_table() {
    assert_data_eq!(
        plain(&hostile(), Format::Table),
        str![[r#"
TEXT                                       WHY
␛]0;title␇␛[2J                             escape sequence
�31m                                       the same in one character
<script>alert(1)</script>                  script
[a](javascript:alert(1)) ![b](http://c.d)  link and image
=cmd|' /C calc'!A0                         formula
＠SUM(A1)                                  formula, full width
| a | \| b                                 pipes
-22.58                                     number
ab�85.22                                   right to left
two lines and a tab␀                       control characters
"quoted", & 'more'                         quotation marks
# 1. *a* _b_ `c` ``                        markup

"#]]
        .raw()
    );
}

#[test]
fn hostile_markdown() {
    assert_data_eq!(
        plain(&hostile(), Format::Markdown),
        str![[r#"
| TEXT                                            | WHY                       |
| :---------------------------------------------- | :------------------------ |
| ␛\]0;title␇␛\[2J                                | escape sequence           |
| �31m                                            | the same in one character |
| \<script>alert(1)\</script>                     | script                    |
| \[a\](javascript:alert(1)) !\[b\](<http://c.d>) | link and image            |
| =cmd\|' /C calc'!A0                             | formula                   |
| ＠SUM(A1)                                       | formula, full width       |
| \| a \| \\\| b                                  | pipes                     |
| -22.58                                          | number                    |
| ab�85.22                                        | right to left             |
| two lines and a tab␀                            | control characters        |
| "quoted", & 'more'                              | quotation marks           |
| \# 1. \*a\* \_b\_ `c` \`\`                      | markup                    |

"#]]
        .raw()
    );
}

#[test]
fn hostile_csv() {
    assert_data_eq!(
        plain(&hostile(), Format::Csv),
        str![[r#"
text,why
␛]0;title␇␛[2J,escape sequence
�31m,the same in one character
<script>alert(1)</script>,script
[a](javascript:alert(1)) ![b](http://c.d),link and image
'=cmd|' /C calc'!A0,formula
'＠SUM(A1),"formula, full width"
| a | \| b,pipes
-22.58,number
ab�85.22,right to left
two lines and a tab␀,control characters
"""quoted"", & 'more'",quotation marks
# 1. *a* _b_ `c` ``,markup

"#]]
        .raw()
    );
}

#[test]
fn hostile_jsonl() {
    assert_data_eq!(
        plain(&hostile(), Format::Jsonl),
        str![[r##"
{"text":"\u001b]0;title\u0007\u001b[2J","why":"escape sequence"}
{"text":"\u009b31m","why":"the same in one character"}
{"text":"<script>alert(1)</script>","why":"script"}
{"text":"[a](javascript:alert(1)) ![b](http://c.d)","why":"link and image"}
{"text":"=cmd|' /C calc'!A0","why":"formula"}
{"text":"＠SUM(A1)","why":"formula, full width"}
{"text":"| a | \\| b","why":"pipes"}
{"text":"-22.58","why":"number"}
{"text":"ab\u202e85.22","why":"right to left"}
{"text":"two\r\nlines\tand a tab\u0000","why":"control characters"}
{"text":"\"quoted\", & 'more'","why":"quotation marks"}
{"text":"# 1. *a* _b_ `c` ``","why":"markup"}

"##]]
        .raw()
    );
}

#[test]
fn hostile_html() {
    let html = plain(&hostile(), Format::Html);
    let cells: Vec<&str> = html.lines().filter(|line| line.starts_with("<td>")).step_by(2).collect();
    assert_data_eq!(
        cells.join("\n"),
        str![[r#"
<td>␛]0;title␇␛[2J</td>
<td>�31m</td>
<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>
<td>[a](javascript:alert(1)) ![b](<a href="http://c.d" rel="noreferrer">http://c.d</a>)</td>
<td>=cmd|&#39; /C calc&#39;!A0</td>
<td>＠SUM(A1)</td>
<td>| a | \| b</td>
<td>-22.58</td>
<td>ab�85.22</td>
<td>two lines and a tab␀</td>
<td>&quot;quoted&quot;, &amp; &#39;more&#39;</td>
<td># 1. *a* _b_ <code>c</code> ``</td>
"#]]
        .raw()
    );
}
