use model_core::prelude::*;

#[derive(Embed)]
pub struct Address {
    #[model(max_lenght = 80)]
    pub street: String,
    #[model(primary_key)]
    pub town: String,
    #[model(check("country <> ''"))]
    pub country: String,
}

#[derive(Embed)]
pub struct Pair(String, String);

#[derive(Embed)]
pub enum Choice {
    One,
}

#[derive(Embed)]
pub struct Price {
    pub amount: i64,
}

#[derive(Model)]
#[model(table = "thing")]
pub struct Thing {
    pub id: i32,
    #[model(embed(prefx = "x_"))]
    pub bought: Price,
    #[model(embed, unique)]
    pub sold: Price,
    #[model(embed(prefix = "sold_"))]
    pub again: Price,
}

fn main() {}
