use model_core::prelude::*;

#[derive(Embed)]
pub struct Address {
    pub street: String,
}

#[derive(Model)]
#[model(table = "customer")]
pub struct Customer {
    pub id: i32,
    #[model(embed)]
    pub address: Option<Address>,
}

fn main() {}
