//! What is said of a parameter that has to be given, or of one of several.

/// Phrases by which at least one of several is needed.
pub(in crate::understand) const ANY_OF: &[&str] = &[
    "хотя бы один из параметров",
    "хотя бы один параметр",
    "хотя бы одно из полей",
    "хотя бы одно из следующих полей",
    "хотя бы одно поле",
    "один из параметров",
    "at least one of the",
    "at least one parameter",
    "at least one field",
    "at least one of the following fields",
    "one of the parameters",
    "one of the following parameters",
];

/// Phrases by which one of two is needed, where a word for `or` is between them.
pub(in crate::understand) const ONE_OF: &[&str] = &[
    "обязательно передать",
    "обязательно передавать",
    "обязательно указать",
    "must pass",
    "must specify",
];

/// Words for `or`.
pub(in crate::understand) const OR: &[&str] = &["` или `", "`, либо `", "` or `"];

/// Beginnings of sentences that name a purpose.
pub(in crate::understand) const PURPOSES: &[&str] = &["чтобы", "to ", "in order to"];

/// Pairs of phrases by which it is needed where another one is missing.
pub(in crate::understand) const NEEDED_WITHOUT: &[(&str, &str)] = &[
    ("обязател", "если не передан"),
    ("обязател", "если не указан"),
    ("required if", "not provided"),
    ("required if", "not passed"),
    ("required if", "not specified"),
    ("required if", "not given"),
];

/// Beginnings of sentences by which it is needed.
pub(in crate::understand) const NEEDED: &[&str] = &[
    "обязателен",
    "обязательна,",
    "обязательно,",
    "обязательно для",
    "обязательно при",
    "обязательный параметр",
    "обязательный,",
    "обязательное поле",
    "обязательное,",
    "параметр обязателен",
    "параметр обязательный",
    "поле обязательно",
    "поле является обязательным",
    "параметр является обязательным",
    "required",
    "the parameter is required",
    "this parameter is required",
    "mandatory",
];

/// Beginnings of sentences by which it is not.
pub(in crate::understand) const NOT_NEEDED: &[&str] = &[
    "необязательный параметр",
    "необязательное поле",
    "необязательный ключ",
    "optional parameter",
    "optional field",
];

/// Words by which what is needed is so under conditions only.
pub(in crate::understand) const CONDITIONS: &[&str] = &[
    "если",
    "только",
    " для ",
    " при ",
    "когда",
    " if ",
    "only",
    " for ",
    " when",
    "in case",
];

/// Words of a line above a list of keys that are needed.
pub(in crate::understand) const NEEDED_KEYS: &[&str] = &[
    "обязательные поля",
    "обязательные ключи",
    "required fields",
    "required keys",
];

/// Phrases before the name of a parameter that it may be given instead of.
pub(in crate::understand) const INSTEAD: &[&str] = &[
    "вместо параметра",
    "вместо поля",
    "instead of the `",
    "instead of `",
];

/// Phrases by which what has a star may be left out all the same.
pub(in crate::understand) const MAY_BE_LEFT_OUT: &[&str] = &[
    "можно не передавать",
    "можно не указывать",
    "если не передать значение",
    "can be omitted",
    "may be omitted",
];
