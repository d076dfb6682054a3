use serde::{Deserialize, Serialize};

#[derive(Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
struct ChatAdd {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    users: Option<Vec<u64>>,
}

#[derive(Deserialize)]
struct Answer {
    result: u64,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let chat = ChatAdd {
        title: Some("News".to_owned()),
        users: Some(vec![1]),
    };
    let address = format!("{}imbot.chat.add", std::env::var("B24_WEBHOOK")?);
    let mut answer = ureq::post(&address)
        .header("Content-Type", "application/json")
        .send(&serde_json::to_vec(&chat)?)?;
    let answer: Answer = serde_json::from_slice(&answer.body_mut().read_to_vec()?)?;
    println!("{}", answer.result);
    Ok(())
}
