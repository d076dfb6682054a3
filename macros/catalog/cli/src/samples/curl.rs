//! A cURL example, read as a shell would, with patience for the faults that pages have.

use serde_json::Value;

use super::{
    Problem,
    fences::Fence,
    json,
    shell::{Word, words},
};

/// Whose rights a request is made with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Access {
    /// Those of a webhook.
    Webhook,
    /// Those of an access token.
    OAuth,
}

/// What keeps an example from running as it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fault {
    /// The word `curl` is missing.
    NoCurl,
    /// A line is continued by `/`, or by nothing.
    Continuation,
    /// A single quote is escaped where the shell takes the backslash literally.
    Quote,
    /// The body is no JSON until it is mended as an answer is, or until a placeholder gets its quotes.
    Body,
}

/// A request as a page shows it.
#[derive(Debug, Clone)]
pub struct Request {
    /// The line of the page where the example begins.
    pub line: usize,
    /// Whose rights it is made with.
    pub access: Access,
    /// The whole address.
    pub url: String,
    /// The last part of the URL, as it is spelled there, without `.json`.
    pub method: String,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// Without the member `auth`. `None` where nothing is sent. What the shell would fill in
    /// stands as it is written, such as `$(date)`.
    pub body: Option<Value>,
    /// The body with the page's order of keys and spelling of numbers, without the member `auth`
    /// and without space between the pieces. Empty where nothing is sent.
    pub text: String,
    /// The body as it stands on the page, after the shell took its quotes.
    pub raw: String,
    /// The member `auth` of the body.
    pub auth: Option<Value>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

impl Request {
    /// The parameters in their order. None where they are a list, or nothing is sent.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let members = if self.text.starts_with('{') {
            json::members(&self.text)
        } else {
            Vec::new()
        };
        members.into_iter().map(|(key, _)| key).collect()
    }
}

pub(super) fn request(fence: &Fence) -> Result<Request, Problem> {
    let problem = |line, reason: String| Problem::new(fence.line + line, reason);
    let (words, mut faults) = words(&fence.text).map_err(|(line, reason)| problem(line, reason))?;
    let mut words = words.into_iter().peekable();
    if words.next_if(|word| word.text == "curl").is_none() {
        faults.push(Fault::NoCurl);
    }
    let (mut url, mut headers, mut data) = (None, Vec::new(), None);
    while let Some(Word { text, line }) = words.next() {
        let twice = || problem(line, format!("`{text}` is a second one"));
        let mut value = || {
            let value = words.next().map(|word| (word.text, word.line));
            value.ok_or_else(|| problem(line, format!("`{text}` has no value")))
        };
        match text.as_str() {
            "-X" | "--request" => drop(value()?),
            "-H" | "--header" => {
                let (header, line) = value()?;
                let Some((name, value)) = header.split_once(':') else {
                    return Err(problem(line, format!("`{header}` is no header")));
                };
                headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
            "-d" | "--data" | "--data-raw" | "--data-binary" => {
                if data.replace(value()?).is_some() {
                    return Err(twice());
                }
            }
            _ if text.starts_with("http") => {
                if url.replace(text.clone()).is_some() {
                    return Err(twice());
                }
            }
            _ => return Err(problem(line, format!("`{text}` is not known here"))),
        }
    }
    let url = url.ok_or_else(|| problem(0, "there is no URL".to_owned()))?;
    let (raw, line) = data.unwrap_or_default();
    let mended = mended(&raw);
    if mended.is_some() {
        faults.push(Fault::Body);
    }
    let (body, auth, text) =
        body(mended.as_ref().unwrap_or(&raw)).map_err(|(at, reason)| problem(line + at, reason))?;
    let access = access(fence.tab.as_deref().unwrap_or_default(), &url);
    let method = method(&url);
    Ok(Request {
        line: fence.line,
        access,
        url,
        method,
        headers,
        body,
        text,
        raw,
        auth,
        faults,
    })
}

/// The body as JSON, if it is none as it stands and can be mended.
fn mended(raw: &str) -> Option<String> {
    let is_json = |text: &str| serde_json::from_str::<Value>(text).is_ok();
    if raw.is_empty() || is_json(raw) {
        return None;
    }
    let (text, _) = super::answer::repaired(&quoted(raw));
    is_json(&text).then_some(text)
}

/// A body with its placeholders, `**...**`, in quotation marks.
fn quoted(raw: &str) -> String {
    let mut text = String::new();
    let mut rest = raw;
    while let Some((piece, after)) = json::piece(rest) {
        let placeholder = rest.strip_prefix("**").and_then(|inside| inside.split_once("**"));
        if let Some((name, behind)) = placeholder {
            text.extend(["\"**", name, "**\""]);
            rest = behind;
        } else {
            text.push_str(piece);
            rest = after;
        }
    }
    text
}

type Body = (Option<Value>, Option<Value>, String);

/// The body, its `auth`, and its text without that; or the line of the body and what is wrong in it.
fn body(raw: &str) -> Result<Body, (usize, String)> {
    if raw.is_empty() {
        return Ok((None, None, String::new()));
    }
    let mut body: Value = serde_json::from_str(raw)
        .map_err(|error| (error.line() - 1, format!("the body is no JSON: {error}")))?;
    let Some(object) = body.as_object_mut() else {
        // Positional parameters, or the commands of a batch.
        return match body {
            Value::Array(_) => Ok((Some(body), None, json::compact(raw))),
            _ => Err((0, "the body is neither an object nor a list".to_owned())),
        };
    };
    let mut members = json::members(raw);
    if members.len() != object.len() {
        return Err((0, "the body has a key twice".to_owned()));
    }
    let auth = object.remove("auth");
    members.retain(|(key, _)| key != "auth");
    let members: Vec<String> = members.into_iter().map(|(_, member)| member).collect();
    Ok((Some(body), auth, format!("{{{}}}", members.join(","))))
}

fn path(url: &str) -> &str {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    url[..end].trim_end_matches('/')
}

fn method(url: &str) -> String {
    let last = path(url).rsplit('/').next().unwrap_or_default();
    let bare = last.strip_suffix(".json").or_else(|| last.strip_suffix(".xml"));
    bare.unwrap_or(last).to_owned()
}

fn access(tab: &str, url: &str) -> Access {
    // Only a webhook's address has parts between `rest` and the method.
    let after = path(url).split_once("/rest/").map_or("", |(_, after)| after);
    let direct = !after.trim_start_matches("api/").contains('/');
    if tab.contains("OAuth") || (direct && !tab.contains("Webhook")) {
        Access::OAuth
    } else {
        Access::Webhook
    }
}
