#!/usr/bin/env bash
# Builds 100 models of 10 columns, and the same written by hand in plain Diesel, and says how long
# rustc takes for each: `benches/compile_time.sh [runs]`. Dependencies are built before.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
runs=${1:-3}
target=${CARGO_TARGET_DIR:-$root/target}/compile_time
mkdir -p "$target"

package() { # name, dependencies
    mkdir -p "$target/$1/src"
    cat >"$target/$1/Cargo.toml" <<END
[package]
name = "$1"
version = "0.0.0"
edition = "2024"

[dependencies]
diesel = { version = "2.3", default-features = false, features = ["32-column-tables", "postgres_backend"] }
$2

[workspace]
END
}

by_model() {
    echo 'use model_core::prelude::*;'
    for n in $(seq 100); do
        key=''
        [ "$n" = 1 ] || key="#[model(foreign_key(t$((n - 1))::id, name = \"fk_t${n}_parent_id\"))]"
        cat <<END
#[derive(Model)]
#[model(table = "t$n")]
pub struct T$n {
    pub id: i32, pub a: String, pub b: Option<String>, pub c: i64, pub d: bool, pub e: f64,
    pub f: Option<i32>, pub g: Vec<u8>, pub h: i16, $key pub parent_id: i32,
}
END
    done
}

by_hand() {
    echo 'use diesel::prelude::*;'
    for n in $(seq 100); do
        belongs=''
        associations=''
        if [ "$n" != 1 ]; then
            belongs=", belongs_to(T$((n - 1)), foreign_key = parent_id)"
            associations=', Associations'
        fi
        fields='a: String, pub b: Option<String>, pub c: i64, pub d: bool, pub e: f64,
    pub f: Option<i32>, pub g: Vec<u8>, pub h: i16, pub parent_id: i32'
        cat <<END
diesel::table! {
    t$n (id) {
        id -> Integer, a -> Text, b -> Nullable<Text>, c -> BigInt, d -> Bool, e -> Double,
        f -> Nullable<Integer>, g -> Binary, h -> SmallInt, parent_id -> Integer,
    }
}
#[derive(Queryable, Selectable, Identifiable, Insertable, AsChangeset$associations)]
#[diesel(table_name = t$n, treat_none_as_null = true$belongs)]
pub struct T$n { pub id: i32, pub $fields }
END
        [ "$n" = 1 ] && continue
        echo "diesel::joinable!(t$n -> t$((n - 1)) (parent_id));"
        echo "diesel::allow_tables_to_appear_in_same_query!(t$((n - 1)), t$n);"
    done
}

package by_model "model-core = { path = \"$root/model-core\", features = [\"postgres\"] }"
package by_hand ''
by_model >"$target/by_model/src/lib.rs"
by_hand >"$target/by_hand/src/lib.rs"

for profile in dev release; do
    for name in by_hand by_model; do
        for run in $(seq 0 "$runs"); do
            touch "$target/$name/src/lib.rs"
            begun=$(date +%s.%N)
            CARGO_INCREMENTAL=0 cargo build --quiet --profile "$profile" \
                --manifest-path "$target/$name/Cargo.toml" --target-dir "$target/build"
            ended=$(date +%s.%N)
            # The first run builds what they depend on.
            [ "$run" = 0 ] || echo "$profile $name $(echo "$ended - $begun" | bc)"
        done
    done
done
