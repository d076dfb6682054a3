//! No page is so broken that the importer breaks with it.

use b24_cli::page;
use b24_cli::samples::Samples;
use b24_cli::understand::understand;
use b24_cli::write;

/// A page with a bit of everything.
const PAGE: &str = r#"# Создать a.b

> Scope: [`crm`](x.md)
>
> Кто может выполнять метод: любой

{% note warning "DEPRECATED" %}

Используйте [c.d](../c/d.md).

{% endnote %}

## Параметры метода

{% include [Сноска](../../_includes/required.md) %}

#|
|| **Название**
`тип` | **Описание** ||
|| **fields***
[`object`](x.md) | Поля, [ниже](#fields) ||
|| **type**
[`string` \| `null`](x.md) | Тип. Возможные значения:
- `A` — «один» (по умолчанию)
- `B`, `C` — два ||
|| **UF_\***
[`any`](x.md) | Максимальная длина — 50 символов. Обязателен, если не передан `type` ||
|#

### Параметр fields {#fields}

#|
|| **Название** | **Описание** ||
|| **ID**^*^
`integer` | Число от 1 до 50
#|
|| **deep.er**
`yes` | Принимает значения `Y` или `N` ||
|#
||
|#

## Примеры кода

{% list tabs %}

- cURL (Webhook)

    ```bash
    curl -X POST -d '{"fields": {"ID": "5", "X": [1, {}]}, "TYPE": "é"}' https://a.example/rest/1/x/a.b
    ```

{% endlist %}

## Обработка ответа

```json
{"result": {"item": {"id": 1}}, "next": 50}
```

#|
|| **Название**
`тип` | **Описание** ||
|| **result**
`object` | x ||
|| **item**
`object` | x ||
|#

## Обработка ошибок

HTTP-статус: **400**

#|
|| **Код** | **Описание** ||
|| `X` | x ||
|#
"#;

fn read(text: &str) -> Option<String> {
    let page = page::read(text);
    let called = ["a.b".to_owned()];
    understand("api/a/b.md", &page, &called, &Samples::of(text), &())
        .map(|understood| write::method(&understood.method))
}

#[test]
fn the_whole_page_is_read() {
    let expected = "a.b
  scope crm
  page api/a/b
  deprecated c.d
  effect write
  takes fields object required
    takes ID integer|text required
      range 1..50
      doubtful kind
    more
  takes type text
    spelled TYPE
    values A B C
    default A
    doubtful name values
  open UF_* any sometimes
  result object at item
  error 400 X
";
    let read = read(PAGE).unwrap_or_default();
    assert!(read == expected, "{read}");
}

#[test]
fn a_page_may_end_anywhere() {
    for (place, _) in PAGE.char_indices() {
        read(&PAGE[..place]);
        read(&format!("# Add a.b\n{}", &PAGE[place..]));
    }
}

#[test]
fn a_page_may_lack_anything() {
    let letters: Vec<char> = PAGE.chars().collect();
    for place in 0..letters.len() {
        let left_out = |(other, letter): (usize, &char)| (other != place).then_some(*letter);
        read(
            &letters
                .iter()
                .enumerate()
                .filter_map(left_out)
                .collect::<String>(),
        );
    }
    let lines: Vec<&str> = PAGE.lines().collect();
    for place in 0..lines.len() {
        let mut swapped = lines.clone();
        swapped.swap(place, (place * 7 + 3) % lines.len());
        read(&swapped.join("\n"));
        swapped.remove(place);
        read(&swapped.join("\r\n"));
    }
}
