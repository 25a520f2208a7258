//! The server, and a schema of each test's own on it.

use postgres::{Client, NoTls};

/// How to connect to a test's own schema.
pub(crate) fn url(schema: &str) -> Result<String, String> {
    let server = std::env::var("DATABASE").map_err(|_| "no server: run .ci/database/run")?;
    Ok(format!("{server} options='-c search_path={schema}'"))
}

/// Connects, and makes an empty schema in which everything is created and found from now on.
pub(crate) fn fresh(schema: &str) -> Result<Client, String> {
    let mut client = Client::connect(&url(schema)?, NoTls).map_err(|error| words(&error))?;
    let setup = format!(
        "SET client_min_messages = warning; SET TIME ZONE 'UTC';
         DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema};"
    );
    client.batch_execute(&setup).map_err(|error| words(&error))?;
    Ok(client)
}

/// What the server has to say of an error.
pub(crate) fn words(error: &postgres::Error) -> String {
    error.as_db_error().map_or_else(|| error.to_string(), |error| error.message().to_owned())
}
