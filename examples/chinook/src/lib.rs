//! The eleven tables of the Chinook sample database, named as its PostgreSQL script names them.
//!
//! `renamed_from` holds the names of the SQLite and MySQL scripts (`Album.AlbumId`), so that the same
//! models bring a database that was made by those over, rows and all.
#![deny(missing_docs)]

use model_core::prelude::*;

/// Whoever made an album.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "artist", primary_key(artist_id, name = "artist_pkey"), renamed_from = "Artist")]
pub struct Artist {
    /// Its number.
    #[model(auto = false, renamed_from = "ArtistId")]
    pub artist_id: i32,
    /// The name.
    #[model(max_length = 120, renamed_from = "Name")]
    pub name: Option<String>,
}

/// A record of one artist.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "album", primary_key(album_id, name = "album_pkey"), renamed_from = "Album")]
pub struct Album {
    /// Its number.
    #[model(auto = false, renamed_from = "AlbumId")]
    pub album_id: i32,
    /// The title.
    #[model(max_length = 160, renamed_from = "Title")]
    pub title: String,
    /// The artist.
    #[model(
        foreign_key(artist::artist_id, name = "fk_album_artist_id"),
        index(name = "album_artist_id_idx"),
        renamed_from = "ArtistId"
    )]
    pub artist_id: i32,
}

/// Whoever sells; reports to another.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(
    table = "employee",
    primary_key(employee_id, name = "employee_pkey"),
    renamed_from = "Employee"
)]
pub struct Employee {
    /// Its number.
    #[model(auto = false, renamed_from = "EmployeeId")]
    pub employee_id: i32,
    /// The last name.
    #[model(max_length = 20, renamed_from = "LastName")]
    pub last_name: String,
    /// The first name.
    #[model(max_length = 20, renamed_from = "FirstName")]
    pub first_name: String,
    /// The title.
    #[model(max_length = 30, renamed_from = "Title")]
    pub title: Option<String>,
    /// The reports to.
    #[model(
        foreign_key(employee::employee_id, name = "fk_employee_reports_to"),
        index(name = "employee_reports_to_idx"),
        renamed_from = "ReportsTo"
    )]
    pub reports_to: Option<i32>,
    /// The birth date.
    #[model(renamed_from = "BirthDate")]
    pub birth_date: Option<NaiveDateTime>,
    /// The hire date.
    #[model(renamed_from = "HireDate")]
    pub hire_date: Option<NaiveDateTime>,
    /// The address.
    #[model(max_length = 70, renamed_from = "Address")]
    pub address: Option<String>,
    /// The city.
    #[model(max_length = 40, renamed_from = "City")]
    pub city: Option<String>,
    /// The state.
    #[model(max_length = 40, renamed_from = "State")]
    pub state: Option<String>,
    /// The country.
    #[model(max_length = 40, renamed_from = "Country")]
    pub country: Option<String>,
    /// The postal code.
    #[model(max_length = 10, renamed_from = "PostalCode")]
    pub postal_code: Option<String>,
    /// The phone.
    #[model(max_length = 24, renamed_from = "Phone")]
    pub phone: Option<String>,
    /// The fax.
    #[model(max_length = 24, renamed_from = "Fax")]
    pub fax: Option<String>,
    /// The email.
    #[model(max_length = 60, renamed_from = "Email")]
    pub email: Option<String>,
}

/// Whoever buys.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(
    table = "customer",
    primary_key(customer_id, name = "customer_pkey"),
    index(last_name, first_name),
    renamed_from = "Customer"
)]
pub struct Customer {
    /// Its number.
    #[model(auto = false, renamed_from = "CustomerId")]
    pub customer_id: i32,
    /// The first name.
    #[model(max_length = 40, renamed_from = "FirstName")]
    pub first_name: String,
    /// The last name.
    #[model(max_length = 20, renamed_from = "LastName")]
    pub last_name: String,
    /// The company.
    #[model(max_length = 80, renamed_from = "Company")]
    pub company: Option<String>,
    /// The address.
    #[model(max_length = 70, renamed_from = "Address")]
    pub address: Option<String>,
    /// The city.
    #[model(max_length = 40, renamed_from = "City")]
    pub city: Option<String>,
    /// The state.
    #[model(max_length = 40, renamed_from = "State")]
    pub state: Option<String>,
    /// The country.
    #[model(max_length = 40, renamed_from = "Country")]
    pub country: Option<String>,
    /// The postal code.
    #[model(max_length = 10, renamed_from = "PostalCode")]
    pub postal_code: Option<String>,
    /// The phone.
    #[model(max_length = 24, renamed_from = "Phone")]
    pub phone: Option<String>,
    /// The fax.
    #[model(max_length = 24, renamed_from = "Fax")]
    pub fax: Option<String>,
    /// The email.
    #[model(max_length = 60, renamed_from = "Email")]
    pub email: String,
    /// The support rep.
    #[model(
        foreign_key(employee::employee_id, name = "fk_customer_support_rep_id"),
        index(name = "customer_support_rep_id_idx"),
        renamed_from = "SupportRepId"
    )]
    pub support_rep_id: Option<i32>,
}

/// A kind of music.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "genre", primary_key(genre_id, name = "genre_pkey"), renamed_from = "Genre")]
pub struct Genre {
    /// Its number.
    #[model(auto = false, renamed_from = "GenreId")]
    pub genre_id: i32,
    /// The name.
    #[model(max_length = 120, renamed_from = "Name")]
    pub name: Option<String>,
}

/// How a track is stored.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(
    table = "media_type",
    primary_key(media_type_id, name = "media_type_pkey"),
    renamed_from = "MediaType"
)]
pub struct MediaType {
    /// Its number.
    #[model(auto = false, renamed_from = "MediaTypeId")]
    pub media_type_id: i32,
    /// The name.
    #[model(max_length = 120, renamed_from = "Name")]
    pub name: Option<String>,
}

/// One piece of music.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(
    table = "track",
    primary_key(track_id, name = "track_pkey"),
    index(name),
    renamed_from = "Track"
)]
pub struct Track {
    /// Its number.
    #[model(auto = false, renamed_from = "TrackId")]
    pub track_id: i32,
    /// The name.
    #[model(max_length = 200, renamed_from = "Name")]
    pub name: String,
    /// The album.
    #[model(
        foreign_key(album::album_id, name = "fk_track_album_id"),
        index(name = "track_album_id_idx"),
        renamed_from = "AlbumId"
    )]
    pub album_id: Option<i32>,
    /// The media type.
    #[model(
        foreign_key(media_type::media_type_id, name = "fk_track_media_type_id"),
        index(name = "track_media_type_id_idx"),
        renamed_from = "MediaTypeId"
    )]
    pub media_type_id: i32,
    /// The genre.
    #[model(
        foreign_key(genre::genre_id, name = "fk_track_genre_id"),
        index(name = "track_genre_id_idx"),
        renamed_from = "GenreId"
    )]
    pub genre_id: Option<i32>,
    /// The composer.
    #[model(max_length = 220, renamed_from = "Composer")]
    pub composer: Option<String>,
    /// The milliseconds.
    #[model(renamed_from = "Milliseconds")]
    pub milliseconds: i32,
    /// The bytes.
    #[model(renamed_from = "Bytes")]
    pub bytes: Option<i32>,
    /// The unit price.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    #[model(sql_type = Numeric, precision = 10, scale = 2, renamed_from = "UnitPrice")]
    pub unit_price: BigDecimal,
    /// The same where SQLite is the only database, which keeps it as a float.
    #[cfg(not(any(feature = "postgres", feature = "mysql")))]
    #[model(sql_type = "NUMERIC(10, 2)", renamed_from = "UnitPrice")]
    pub unit_price: f64,
}

/// A list of tracks with a name.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(
    table = "playlist",
    primary_key(playlist_id, name = "playlist_pkey"),
    renamed_from = "Playlist"
)]
pub struct Playlist {
    /// Its number.
    #[model(auto = false, renamed_from = "PlaylistId")]
    pub playlist_id: i32,
    /// The name.
    #[model(max_length = 120, renamed_from = "Name")]
    pub name: Option<String>,
}

/// A track on a playlist.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(
    table = "playlist_track",
    primary_key(playlist_id, track_id, name = "playlist_track_pkey"),
    renamed_from = "PlaylistTrack"
)]
pub struct PlaylistTrack {
    /// The playlist.
    #[model(
        foreign_key(playlist::playlist_id, name = "fk_playlist_track_playlist_id"),
        index(name = "playlist_track_playlist_id_idx"),
        renamed_from = "PlaylistId"
    )]
    pub playlist_id: i32,
    /// The track.
    #[model(
        foreign_key(track::track_id, name = "fk_playlist_track_track_id"),
        index(name = "playlist_track_track_id_idx"),
        renamed_from = "TrackId"
    )]
    pub track_id: i32,
}

/// One sale.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(
    table = "invoice",
    primary_key(invoice_id, name = "invoice_pkey"),
    index(invoice_date),
    renamed_from = "Invoice"
)]
pub struct Invoice {
    /// Its number.
    #[model(auto = false, renamed_from = "InvoiceId")]
    pub invoice_id: i32,
    /// The customer.
    #[model(
        foreign_key(customer::customer_id, name = "fk_invoice_customer_id"),
        index(name = "invoice_customer_id_idx"),
        renamed_from = "CustomerId"
    )]
    pub customer_id: i32,
    /// The invoice date.
    #[model(renamed_from = "InvoiceDate")]
    pub invoice_date: NaiveDateTime,
    /// The billing address.
    #[model(max_length = 70, renamed_from = "BillingAddress")]
    pub billing_address: Option<String>,
    /// The billing city.
    #[model(max_length = 40, renamed_from = "BillingCity")]
    pub billing_city: Option<String>,
    /// The billing state.
    #[model(max_length = 40, renamed_from = "BillingState")]
    pub billing_state: Option<String>,
    /// The billing country.
    #[model(max_length = 40, renamed_from = "BillingCountry")]
    pub billing_country: Option<String>,
    /// The billing postal code.
    #[model(max_length = 10, renamed_from = "BillingPostalCode")]
    pub billing_postal_code: Option<String>,
    /// The total.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    #[model(sql_type = Numeric, precision = 10, scale = 2, renamed_from = "Total")]
    pub total: BigDecimal,
    /// The same where SQLite is the only database, which keeps it as a float.
    #[cfg(not(any(feature = "postgres", feature = "mysql")))]
    #[model(sql_type = "NUMERIC(10, 2)", renamed_from = "Total")]
    pub total: f64,
}

/// One track of a sale.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(
    table = "invoice_line",
    primary_key(invoice_line_id, name = "invoice_line_pkey"),
    renamed_from = "InvoiceLine"
)]
pub struct InvoiceLine {
    /// Its number.
    #[model(auto = false, renamed_from = "InvoiceLineId")]
    pub invoice_line_id: i32,
    /// The invoice.
    #[model(
        foreign_key(invoice::invoice_id, name = "fk_invoice_line_invoice_id"),
        index(name = "invoice_line_invoice_id_idx"),
        renamed_from = "InvoiceId"
    )]
    pub invoice_id: i32,
    /// The track.
    #[model(
        foreign_key(track::track_id, name = "fk_invoice_line_track_id"),
        index(name = "invoice_line_track_id_idx"),
        renamed_from = "TrackId"
    )]
    pub track_id: i32,
    /// The unit price.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    #[model(sql_type = Numeric, precision = 10, scale = 2, renamed_from = "UnitPrice")]
    pub unit_price: BigDecimal,
    /// The same where SQLite is the only database, which keeps it as a float.
    #[cfg(not(any(feature = "postgres", feature = "mysql")))]
    #[model(sql_type = "NUMERIC(10, 2)", renamed_from = "UnitPrice")]
    pub unit_price: f64,
    /// The quantity.
    #[model(renamed_from = "Quantity")]
    pub quantity: i32,
}
