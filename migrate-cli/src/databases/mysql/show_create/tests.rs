use super::*;

const MARIADB: &str = "CREATE TEMPORARY TABLE `t` (
  `id` int(10) unsigned zerofill NOT NULL AUTO_INCREMENT,
  `a,b` varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'it''s, \\\\ (',
  `c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'DEFAULT 1' CHECK (json_valid(`c`)),
  `e` datetime(3) DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3),
  `h` enum('a','b''c','d,e') DEFAULT 'a',
  `m` int(11) GENERATED ALWAYS AS (`id` + 1) VIRTUAL,
  `o` int(11) INVISIBLE DEFAULT (1 + 1),
  `p` varchar(5) /*M!100301 COMPRESSED*/ DEFAULT NULL,
  PRIMARY KEY (`id`),
  FULLTEXT KEY `ft` (`a,b`) /*!50100 WITH PARSER `ngram` */ ,
  CONSTRAINT `chk` CHECK (`id` < 100 and `a,b` <> ')')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";

#[test]
fn every_property_is_found() {
    let shown = parse(MARIADB);
    let types: Vec<_> = shown.columns.iter().map(|c| c.ty.as_str()).collect();
    assert_eq!(
        types,
        [
            "int(10) unsigned zerofill",
            "varchar(20)",
            "longtext",
            "datetime(3)",
            "enum('a','b''c','d,e')",
            "int(11)",
            "int(11)",
            "varchar(5) /*M!100301 COMPRESSED*/",
        ]
    );
    let [_, ab, c, e, h, m, o, p] = shown.columns.as_slice() else { unreachable!() };
    assert_eq!(ab.default.as_deref(), Some("'it''s, \\\\ ('"));
    assert_eq!(ab.charset.as_deref(), Some("latin1"));
    assert_eq!(ab.collation.as_deref(), Some("latin1_bin"));
    assert_eq!((c.default.as_deref(), c.check.as_deref()), (None, Some("json_valid(`c`)")));
    assert_eq!(e.on_update.as_deref(), Some("current_timestamp(3)"));
    assert_eq!(e.default.as_deref(), Some("current_timestamp(3)"));
    assert_eq!(h.default.as_deref(), Some("'a'"));
    assert_eq!(m.computed.as_deref(), Some("`id` + 1"));
    assert_eq!(o.default.as_deref(), Some("(1 + 1)"));
    assert_eq!(p.default, None);
    let condition = "`id` < 100 and `a,b` <> ')'".to_owned();
    assert_eq!(shown.checks, [ShownCheck { name: "chk".into(), condition }]);
    assert_eq!(shown.indexes[0].parser.as_deref(), Some("ngram"));
}

const MYSQL: &str = "CREATE TABLE `t` (
  `id` int NOT NULL,
  `g` point NOT NULL /*!80003 SRID 4326 */,
  `f` int /*!50606 STORAGE DISK */ /*!50606 COLUMN_FORMAT FIXED */ DEFAULT '5',
  `s` int NOT SECONDARY DEFAULT NULL /*!80021 SECONDARY_ENGINE_ATTRIBUTE '{\"a\": 1}' */,
  `d` datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6) /*!80023 INVISIBLE */ COMMENT 'ü',
  PRIMARY KEY (`id`) USING BTREE,
  UNIQUE KEY `u` (`f`) KEY_BLOCK_SIZE=1024,
  KEY `k` ((lower(`s`)),`id` DESC) /*!80021 SECONDARY_ENGINE_ATTRIBUTE '{}' */,
  CONSTRAINT `c` CHECK ((`id` > -(1))) /*!80016 NOT ENFORCED */
) /*!50100 TABLESPACE `innodb_system` */ /*!80023 AUTOEXTEND_SIZE=4194304 */ ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='a''b'
/*!50100 PARTITION BY KEY ()
(PARTITION p0 COMMENT = 'ü' ENGINE = InnoDB) */";

#[test]
fn what_older_servers_pass_over_is_read() {
    let shown = parse(MYSQL);
    let [_, g, f, s, d] = shown.columns.as_slice() else { unreachable!() };
    assert_eq!((g.ty.as_str(), g.srid), ("point", Some(4326)));
    assert_eq!((f.ty.as_str(), f.default.as_deref()), ("int", Some("'5'")));
    assert_eq!(f.column_format.as_deref(), Some("FIXED"));
    assert_eq!(f.storage.as_deref(), Some("DISK"));
    assert!(s.not_secondary && s.default.is_none());
    assert_eq!(s.secondary_engine_attribute.as_deref(), Some("{\"a\": 1}"));
    assert_eq!(d.on_update.as_deref(), Some("CURRENT_TIMESTAMP(6)"));
    let [u, k] = shown.indexes.as_slice() else { unreachable!() };
    assert_eq!((u.key_block_size, u.parts.as_slice()), (Some(1024), &[None][..]));
    let parts = [Some("lower(`s`)".to_owned()), None];
    assert_eq!(k.parts, parts);
    assert_eq!(k.secondary_engine_attribute.as_deref(), Some("{}"));
    assert_eq!(shown.checks[0].condition, "(`id` > -(1))");
    let options: Vec<(&str, &str)> =
        shown.options.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(
        options,
        [
            ("tablespace", "`innodb_system`"),
            ("autoextend_size", "4194304"),
            ("engine", "InnoDB"),
            ("charset", "utf8mb4"),
            ("comment", "'a''b'"),
        ]
    );
    let partitions = "KEY () (PARTITION p0 COMMENT = 'ü' ENGINE = InnoDB)";
    assert_eq!(shown.partition_by.as_deref(), Some(partitions));
}

#[test]
fn the_partitions_are_found_behind_the_columns() {
    let statement = "CREATE TABLE `t` (\n  `partition by` int(11)\n) ENGINE=InnoDB\n \
                     PARTITION BY LIST (`a`)\n(PARTITION `p` DEFAULT ENGINE = InnoDB)";
    let clause = "LIST (`a`) (PARTITION `p` DEFAULT ENGINE = InnoDB)";
    assert_eq!(parse(statement).partition_by.as_deref(), Some(clause));
    assert_eq!(parse("CREATE TABLE `t` (`a` int)").partition_by, None);
}
