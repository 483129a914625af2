//! `test-agent SOCKET`: an ssh-agent with one plain key and one security key in software, both public knowledge, to try
//! the program by hand. Its keys sign nothing but tests.

use std::io::Write;
use std::path::PathBuf;

use sealbag_tests::test_agent::{Held, TestAgent};

fn main() -> std::io::Result<()> {
    let socket = std::env::args_os().nth(1).map(PathBuf::from).expect("test-agent SOCKET");
    let keys = vec![Held::plain([1; 32], "Plain Test Key"), Held::fido([2; 32], "ssh:", "Security Test Key")];
    let lines: String = keys.iter().map(Held::public_line).collect();
    let agent = TestAgent::start(&socket, keys)?;
    write!(std::io::stdout(), "SSH_AUTH_SOCK={}\n{lines}", socket.display())?;
    agent.wait();
    Ok(())
}
