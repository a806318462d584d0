#!/usr/bin/env bash
# Builds 100 models of 10 columns, and the same written by hand in plain Diesel, and says how many
# seconds of a processor each takes: `benches/compile_time.sh [runs [models]]`. What is measured is user and
# system time, which other programs on the machine disturb least; the two take turns; of all runs
# the median counts. Dependencies are built before. `one field` is the incremental build after the
# type of one field of one struct changed.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
runs=${1:-3}
models=${2:-100}
middle=$(((models + 1) / 2))
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
    for n in $(seq "$models"); do
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
    for n in $(seq "$models"); do
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

# The sources as they are, and with another type of one field.
for name in by_hand by_model; do
    "$name" >"$target/$name/whole.rs"
    sed "/^pub struct T$middle /,/^}/ s/pub d: bool/pub d: i32/
        /^ *t$middle (id)/,/^}/ s/d -> Bool/d -> Integer/" \
        "$target/$name/whole.rs" >"$target/$name/changed.rs"
    if cmp --silent "$target/$name/whole.rs" "$target/$name/changed.rs"; then
        echo "no field of $name changed" >&2
        exit 1
    fi
done

build() { # name, source, profile, whether incrementally
    cp "$target/$1/$2.rs" "$target/$1/src/lib.rs"
    CARGO_INCREMENTAL=$4 cargo build --quiet --profile "$3" \
        --manifest-path "$target/$1/Cargo.toml" --target-dir "$target/build"
}

seconds() { # what `build` takes
    local TIMEFORMAT='%U %S' spent
    spent=$( { time build "$@" >&2; } 2>&1) || { echo "$spent" >&2; exit 1; }
    echo "$spent" | awk 'END { print $1 + $2 }'
}

median() {
    sort -n | awk '{ all[NR] = $1 } END { print (all[int((NR + 1) / 2)] + all[int(NR / 2) + 1]) / 2 }'
}

compare() { # what, profile, whether incrementally
    local run name
    for name in by_hand by_model; do
        # What they depend on, and what the incremental build starts with.
        build "$name" whole "$2" "$3"
        : >"$target/$name/seconds"
    done
    for run in $(seq "$runs"); do
        for name in by_hand by_model; do
            local source=whole
            [ "$3" = 0 ] || [ $((run % 2)) = 0 ] || source=changed
            seconds "$name" "$source" "$2" "$3" >>"$target/$name/seconds"
        done
    done
    median <"$target/by_hand/seconds" >"$target/medians"
    median <"$target/by_model/seconds" >>"$target/medians"
    awk -v what="$1" 'NR == 1 { hand = $1 }
        END { printf "%-16s by hand %6.1f s   models %6.1f s   ratio %.2f\n", what, hand, $1, $1 / hand }' \
        "$target/medians"
}

compare debug dev 0
compare release release 0
compare 'one field, debug' dev 1
