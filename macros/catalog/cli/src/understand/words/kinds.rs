//! What is said of a value's kind.

/// Beginnings of descriptions of credentials.
pub(in crate::understand) const SECRET_TEXTS: &[&str] = &[
    "токен ",
    "пароль ",
    "настройки авторизации",
    "список параметров для авторизации",
    "token ",
    "password ",
    "authorization settings",
    "list of parameters for authorization",
    "list of authorization parameters",
];

/// Beginnings of descriptions of what has others in it.
pub(in crate::understand) const LIST_BEGINS: &[&str] = &["массив ", "array ", "an array "];

/// Phrases by which a text may be an object too.
pub(in crate::understand) const TEXT_OR_OBJECT: &[&str] = &[
    "строку или объект",
    "строка или объект",
    "string or object",
    "string or an object",
];

/// Phrases by which a value may be a list of such too.
pub(in crate::understand) const ALSO_LIST: &[&str] = &[
    "можно передать массив",
    "you can pass an array",
    "an array can be passed",
];

/// Phrases by which an object has a text for each language.
pub(in crate::understand) const BY_LANGUAGE: &[&str] =
    &["локализ", "по языкам", "localiz", "by language", "in languages"];

/// Files with how a file is sent, which rows link to.
pub(in crate::understand) const UPLOADS: &[&str] = &["how-to-upload-files.md", "how-to-update-files.md"];

/// Words for several files.
pub(in crate::understand) const FILES: &[&str] = &[
    "массив файлов",
    "список файлов",
    "array of files",
    "list of files",
];

/// Words for files and pictures.
pub(in crate::understand) const PICTURES: &[&str] = &[
    "файл",
    "фото",
    "картин",
    "изображ",
    "логотип",
    "аватар",
    "file",
    "photo",
    "picture",
    "image",
    "logo",
    "avatar",
];
