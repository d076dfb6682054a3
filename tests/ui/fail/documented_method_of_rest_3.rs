use b24::b24_method;

#[b24_method("mail.mailbox.list")]
struct MailboxList;

fn main() {}
