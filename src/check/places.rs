//! The places that news speaks of: so that one country's figures are not held against another's.
//!
//! A row is a place with its names in English (with the adjective) and Chinese. It need not be complete:
//! Chinese names that end in 省, 市, 县, 区 or 州 and capitalised words that own a topic (`Alibaba's cloud
//! computing`) are seen without a row.

use super::names::{Hit, What};

/// How far a place reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// The world, or a group of countries.
    World,
    /// A country.
    Country,
    /// A part of one.
    Part,
}

/// A place: its reach, its English names and its Chinese names, both divided by `|`.
type Row = (Reach, &'static str, &'static str);

use Reach::{Country, Part, World};

/// Names that mean the country spoken of, whichever it is.
pub(super) const HOME: (&str, &str) = (
    "the country|the country's|the nation|the nation's|the country’s|the nation’s|national|nationwide",
    "我国|我國|全国|全國|国内|国家",
);

/// The places.
#[rustfmt::skip]
pub(super) const PLACES: &[Row] = &[
    (Country, "China|Chinese|PRC|mainland China|Chinese mainland", "中国|中國|中华人民共和国|大陆|大陸"),
    (World, "world|world's|worldwide|global|globally|globe|international", "全球|世界|国际|國際"),
    (World, "G20|Group of 20|OECD|BRICS|ASEAN|European Union|EU|eurozone|euro zone|Europe|European|Asia|Asian|Asia-Pacific|Africa|African|Latin America|Middle East|emerging markets|developed countries|developing countries|advanced economies", "二十国集团|经合组织|金砖|东盟|欧盟|欧元区|欧洲|亚洲|亚太|非洲|拉美|中东|发达国家|发展中国家|新兴市场|歐盟|歐洲|亞洲|發達國家"),
    (Country, "United States|United States'|U.S.|US|USA|America|American|Washington", "美国|美國|美方"),
    (Country, "Japan|Japanese|Tokyo", "日本"), (Country, "Germany|German|Berlin", "德国|德國"),
    (Country, "United Kingdom|UK|U.K.|Britain|British|England|Scotland|London", "英国|英國"),
    (Country, "France|French|Paris", "法国|法國"), (Country, "India|Indian|Delhi", "印度"),
    (Country, "South Korea|Korea|Korean|South Korean|Seoul", "韩国|韓國"), (Country, "Russia|Russian|Moscow", "俄罗斯|俄羅斯|俄国"),
    (Country, "Brazil|Brazilian", "巴西"), (Country, "Canada|Canadian", "加拿大"), (Country, "Australia|Australian", "澳大利亚|澳洲|澳大利亞"),
    (Country, "Italy|Italian", "意大利"), (Country, "Spain|Spanish", "西班牙"), (Country, "Mexico|Mexican", "墨西哥"),
    (Country, "Indonesia|Indonesian", "印度尼西亚|印尼"), (Country, "Turkey|Turkish", "土耳其"), (Country, "Saudi Arabia|Saudi", "沙特"),
    (Country, "South Africa|South African", "南非"), (Country, "Argentina|Argentine", "阿根廷"), (Country, "Vietnam|Vietnamese", "越南"),
    (Country, "Thailand|Thai", "泰国|泰國"), (Country, "Malaysia|Malaysian", "马来西亚|馬來西亞"), (Country, "Singapore|Singaporean", "新加坡"),
    (Country, "Philippines|Philippine", "菲律宾"), (Country, "Pakistan|Pakistani", "巴基斯坦"), (Country, "Bangladesh|Bangladeshi", "孟加拉国"),
    (Country, "Netherlands|Dutch", "荷兰"), (Country, "Switzerland|Swiss", "瑞士"), (Country, "Sweden|Swedish", "瑞典"),
    (Country, "Norway|Norwegian", "挪威"), (Country, "Finland|Finnish", "芬兰"), (Country, "Denmark|Danish", "丹麦"),
    (Country, "Estonia|Estonian", "爱沙尼亚"), (Country, "Poland|Polish", "波兰"), (Country, "Greece|Greek", "希腊"),
    (Country, "Ireland|Irish", "爱尔兰"), (Country, "Israel|Israeli", "以色列"), (Country, "Egypt|Egyptian", "埃及"),
    (Country, "Nigeria|Nigerian", "尼日利亚"), (Country, "Kenya|Kenyan", "肯尼亚"), (Country, "Ukraine|Ukrainian", "乌克兰"),
    (Country, "Iran|Iranian", "伊朗"), (Country, "Kazakhstan", "哈萨克斯坦"), (Country, "New Zealand", "新西兰"),
    (Country, "Portugal|Portuguese", "葡萄牙"), (Country, "Belgium|Belgian", "比利时"), (Country, "Austria|Austrian", "奥地利"),
    (Country, "Chile|Chilean", "智利"), (Country, "Colombia|Colombian", "哥伦比亚"), (Country, "Peru|Peruvian", "秘鲁"),
    (Country, "Ethiopia|Ethiopian", "埃塞俄比亚"), (Country, "Rwanda", "卢旺达"), (Country, "Myanmar", "缅甸"), (Country, "Cambodia", "柬埔寨"),
    (Part, "Hong Kong|Hong Kong's", "香港"), (Part, "Macao|Macau", "澳门|澳門"), (Part, "Taiwan|Taiwanese", "台湾|臺灣|台灣"),
    (Part, "Guangdong", "广东|廣東"), (Part, "Guangxi", "广西|廣西"), (Part, "Guizhou", "贵州|貴州"), (Part, "Yunnan", "云南|雲南"),
    (Part, "Sichuan", "四川"), (Part, "Chongqing", "重庆|重慶"), (Part, "Hunan", "湖南"), (Part, "Hubei", "湖北"), (Part, "Henan", "河南"),
    (Part, "Hebei", "河北"), (Part, "Shandong", "山东|山東"), (Part, "Shanxi", "山西"), (Part, "Shaanxi", "陕西|陝西"), (Part, "Gansu", "甘肃|甘肅"),
    (Part, "Qinghai", "青海"), (Part, "Ningxia", "宁夏|寧夏"), (Part, "Xinjiang", "新疆"), (Part, "Tibet|Xizang", "西藏"),
    (Part, "Inner Mongolia", "内蒙古|內蒙古"), (Part, "Heilongjiang", "黑龙江|黑龍江"), (Part, "Jilin", "吉林"), (Part, "Liaoning", "辽宁|遼寧"),
    (Part, "Zhejiang", "浙江"), (Part, "Jiangsu", "江苏|江蘇"), (Part, "Anhui", "安徽"), (Part, "Fujian", "福建"), (Part, "Jiangxi", "江西"),
    (Part, "Hainan", "海南"), (Part, "Beijing", "北京"), (Part, "Shanghai", "上海"), (Part, "Tianjin", "天津"),
    (Part, "Shenzhen", "深圳"), (Part, "Guangzhou", "广州|廣州"), (Part, "Hangzhou", "杭州"), (Part, "Suzhou", "苏州|蘇州"), (Part, "Nanjing", "南京"),
    (Part, "Wuhan", "武汉|武漢"), (Part, "Chengdu", "成都"), (Part, "Guiyang", "贵阳|貴陽"), (Part, "Ningbo", "宁波|寧波"), (Part, "Qingdao", "青岛|青島"),
    (Part, "Xiamen", "厦门|廈門"), (Part, "Fuzhou", "福州"), (Part, "Dalian", "大连"), (Part, "Zhengzhou", "郑州"), (Part, "Changsha", "长沙"),
    (Part, "Hefei", "合肥"), (Part, "Jinan", "济南"), (Part, "Xi'an", "西安"), (Part, "Wuxi", "无锡"), (Part, "Dongguan", "东莞"), (Part, "Foshan", "佛山"),
    (Part, "Kunming", "昆明"), (Part, "Shenyang", "沈阳"), (Part, "Harbin", "哈尔滨"), (Part, "Nanchang", "南昌"), (Part, "Wenzhou", "温州"),
    (Part, "Yangtze River Delta|Pearl River Delta|Greater Bay Area", "长三角|珠三角|京津冀|大湾区"),
    (Part, "California|Texas|New York|Florida|Silicon Valley", "加州|纽约|硅谷"),
    (Part, "eastern region|western region|central region|eastern provinces|western provinces|the province|the province's|the city|the city's|provincial|the municipality|the county|provinces|cities|counties|municipalities|province's|city's|each province|provincial-level", "省份|省市|各省|各地|地市|东部|西部|中部|东北|全省|全市|全县|全区|该省|该市|我省|我市|本市|本省|省内"),
];

/// Whether a name is that of the country spoken of, which English texts of any country say.
pub(super) fn is_any_country(name: &str) -> bool {
    HOME.0.split('|').any(|word| word.eq_ignore_ascii_case(name)) || begins_with_any_country(name)
}

/// Whether what a topic is called begins with it: `the country's economy`.
pub(super) fn begins_with_any_country(name: &str) -> bool {
    let owner = name.split_once("'s ").map(|(owner, _)| owner);
    owner.is_some_and(|owner| ["the country", "the nation"].iter().any(|any| owner.eq_ignore_ascii_case(any)))
}

/// Whether the first place that a sentence names is another than home.
pub(super) fn is_of_another(hits: &[Hit]) -> bool {
    let first = hits.iter().find(|hit| matches!(hit.what, What::Place(_) | What::Home));
    first.is_some_and(|hit| hit.what != What::Home)
}

/// Whether a place is a part of a country.
pub(super) fn is_part(place: usize) -> bool {
    PLACES.get(place).is_some_and(|(reach, ..)| *reach == Part)
}

/// Whether the places that a sentence names are only kinds of places of the country spoken of: `in developed cities`.
pub(super) fn are_only_kinds(text: &str, hits: &[Hit]) -> bool {
    let kind = |hit: &Hit| {
        ["cities", "counties", "provinces", "municipalities"]
            .iter()
            .any(|kind| text[hit.range.clone()].eq_ignore_ascii_case(kind))
    };
    let mut places = hits.iter().filter(|hit| matches!(hit.what, What::Place(_) | What::World)).peekable();
    places.peek().is_some() && places.all(kind)
}
