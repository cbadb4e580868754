//! One row a currency, in the order of codes. Codes by ISO 4217; the set is that of the European
//! Central Bank's reference rates since 1999, the euro, and four that Chinese news names often.

/// A currency's row.
pub(super) struct Row {
    pub(super) code: &'static str,
    /// English, one of it.
    pub(super) one: &'static str,
    /// English, many of it.
    pub(super) many: &'static str,
    /// Chinese.
    pub(super) zh: &'static str,
    /// Symbols and other names.
    pub(super) also: &'static [&'static str],
}

const fn row(
    code: &'static str,
    one: &'static str,
    many: &'static str,
    zh: &'static str,
    also: &'static [&'static str],
) -> Row {
    Row { code, one, many, zh, also }
}

#[rustfmt::skip]
pub(super) const TABLE: &[Row] = &[
    row("AUD", "Australian dollar", "Australian dollars", "澳元", &["A$", "AU$", "Aussie dollars", "澳大利亚元", "澳币"]),
    row("BGN", "Bulgarian lev", "Bulgarian leva", "保加利亚列弗", &["lev", "leva", "列弗"]),
    row("BRL", "Brazilian real", "Brazilian reais", "巴西雷亚尔", &["R$", "reais", "雷亚尔"]),
    row("CAD", "Canadian dollar", "Canadian dollars", "加元", &["C$", "CA$", "加拿大元", "加币"]),
    row("CHF", "Swiss franc", "Swiss francs", "瑞士法郎", &["SFr", "francs", "瑞郎"]),
    row("CNY", "yuan", "yuan", "元", &["¥", "￥", "CN¥", "RMB¥", "RMB", "renminbi", "yuan renminbi", "renminbi yuan", "Chinese yuan", "yuan RMB", "RMB yuan", "人民币", "元人民币", "人民币元", "圆", "块钱", "人民幣"]),
    row("CYP", "Cyprus pound", "Cyprus pounds", "塞浦路斯镑", &["Cypriot pounds"]),
    row("CZK", "Czech koruna", "Czech korunas", "捷克克朗", &["Kč", "koruna", "korunas", "Czech crowns"]),
    row("DKK", "Danish krone", "Danish kroner", "丹麦克朗", &["Danish crowns"]),
    row("EEK", "Estonian kroon", "Estonian kroons", "爱沙尼亚克朗", &["kroon", "kroons"]),
    row("EUR", "euro", "euros", "欧元", &["€", "歐元"]),
    row("GBP", "pound sterling", "pounds sterling", "英镑", &["£", "pound", "pounds", "British pound", "British pounds", "sterling", "英鎊"]),
    row("HKD", "Hong Kong dollar", "Hong Kong dollars", "港元", &["HK$", "港币", "港幣", "港圆"]),
    row("HRK", "Croatian kuna", "Croatian kunas", "克罗地亚库纳", &["kuna", "kunas", "库纳"]),
    row("HUF", "Hungarian forint", "Hungarian forints", "匈牙利福林", &["forint", "forints", "福林"]),
    row("IDR", "Indonesian rupiah", "Indonesian rupiah", "印尼盾", &["rupiah", "rupiahs", "印尼卢比", "印度尼西亚盾"]),
    row("ILS", "new shekel", "new shekels", "以色列新谢克尔", &["₪", "shekel", "shekels", "Israeli shekels", "新谢克尔", "谢克尔"]),
    row("INR", "Indian rupee", "Indian rupees", "印度卢比", &["₹", "rupee", "rupees", "卢比"]),
    row("ISK", "Icelandic krona", "Icelandic kronur", "冰岛克朗", &["Icelandic crowns"]),
    row("JPY", "yen", "yen", "日元", &["JP¥", "JPY¥", "円", "Japanese yen", "日圆", "日圓"]),
    row("KRW", "won", "won", "韩元", &["₩", "South Korean won", "Korean won", "韩圆", "韩币", "韓元"]),
    row("LTL", "Lithuanian litas", "Lithuanian litas", "立陶宛立特", &["litas"]),
    row("LVL", "Latvian lats", "Latvian lats", "拉脱维亚拉特", &["lats"]),
    row("MOP", "Macao pataca", "Macao patacas", "澳门元", &["MOP$", "pataca", "patacas", "澳门币", "澳門幣"]),
    row("MTL", "Maltese lira", "Maltese liri", "马耳他里拉", &[]),
    row("MXN", "Mexican peso", "Mexican pesos", "墨西哥比索", &["MX$", "Mex$"]),
    row("MYR", "ringgit", "ringgit", "林吉特", &["Malaysian ringgit", "ringgits", "马来西亚林吉特", "马币", "令吉"]),
    row("NOK", "Norwegian krone", "Norwegian kroner", "挪威克朗", &["Norwegian crowns"]),
    row("NZD", "New Zealand dollar", "New Zealand dollars", "新西兰元", &["NZ$", "纽元", "新西兰币"]),
    row("PHP", "Philippine peso", "Philippine pesos", "菲律宾比索", &["₱"]),
    row("PLN", "zloty", "zlotys", "波兰兹罗提", &["zł", "zloties", "Polish zloty", "Polish zlotys", "兹罗提"]),
    row("ROL", "old Romanian leu", "old Romanian lei", "旧罗马尼亚列伊", &[]),
    row("RON", "Romanian leu", "Romanian lei", "罗马尼亚列伊", &["leu", "lei", "列伊"]),
    row("RUB", "rouble", "roubles", "俄罗斯卢布", &["₽", "ruble", "rubles", "Russian rouble", "Russian roubles", "Russian ruble", "Russian rubles", "卢布"]),
    row("SAR", "Saudi riyal", "Saudi riyals", "沙特里亚尔", &["riyal", "riyals", "里亚尔"]),
    row("SEK", "Swedish krona", "Swedish kronor", "瑞典克朗", &["Swedish crowns"]),
    row("SGD", "Singapore dollar", "Singapore dollars", "新加坡元", &["S$", "新元", "新加坡币"]),
    row("SIT", "Slovenian tolar", "Slovenian tolars", "斯洛文尼亚托拉尔", &["tolar", "tolars"]),
    row("SKK", "Slovak koruna", "Slovak korunas", "斯洛伐克克朗", &["Slovak crowns"]),
    row("THB", "baht", "baht", "泰铢", &["฿", "Thai baht"]),
    row("TRL", "old Turkish lira", "old Turkish liras", "旧土耳其里拉", &[]),
    row("TRY", "Turkish lira", "Turkish liras", "土耳其里拉", &["₺", "lira", "liras", "里拉"]),
    row("TWD", "New Taiwan dollar", "New Taiwan dollars", "新台币", &["NT$", "台币", "新臺幣", "台幣"]),
    row("USD", "US dollar", "US dollars", "美元", &["$", "US$", "dollar", "dollars", "U.S. dollar", "U.S. dollars", "American dollars", "US-dollars", "美金", "美圆"]),
    row("VND", "Vietnamese dong", "Vietnamese dong", "越南盾", &["₫", "dong"]),
    row("ZAR", "rand", "rand", "南非兰特", &["South African rand", "兰特"]),
];
