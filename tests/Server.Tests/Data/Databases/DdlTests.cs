using System.Text;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Data.Databases.Sqlite;
using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Data.Databases;

/// <summary>Definitions become DDL in the words of each database, and nothing of them gets into it unquoted.</summary>
public sealed class DdlTests
{
    private static readonly DdlDialect Postgres = new PostgresDialect().Ddl;
    private static readonly DdlDialect Sqlite = new SqliteDialect().Ddl;

    private static readonly Dictionary<string, ColumnDefinition> Columns = new()
    {
        ["key"] = new("id", ColumnType.Integer) { PrimaryKey = true, AutoIncrement = true, Nullable = false },
        ["wide key"] = new("id", ColumnType.BigInteger) { PrimaryKey = true, AutoIncrement = true, Nullable = false },
        ["string"] = new("a", ColumnType.String),
        ["short string"] = new("a", ColumnType.String) { Length = 20, Nullable = false, Default = ColumnDefault.Of("it's") },
        ["decimal"] = new("a", ColumnType.Decimal),
        ["small decimal"] = new("a", ColumnType.Decimal) { Precision = 5, Scale = 2, Default = ColumnDefault.Of(1.5m) },
        ["boolean"] = new("a", ColumnType.Boolean) { Default = ColumnDefault.Of(false) },
        ["uuid"] = new("a", ColumnType.Uuid) { Length = 7 },
        ["instant"] = new("a", ColumnType.Timestamp) { Default = ColumnDefault.Now },
        ["found type"] = new("a", ColumnType.Text) { ExistingType = "citext", Default = ColumnDefault.Kept("lower('A')") },
        ["odd name"] = new("a\"b", ColumnType.Json),
    };

    [Theory]
    [InlineData("key", "\"id\" serial primary key", "\"id\" integer not null primary key autoincrement")]
    [InlineData("wide key", "\"id\" bigserial primary key", "\"id\" integer not null constraint \"bigint\" primary key autoincrement")]
    [InlineData("string", "\"a\" character varying(255)", "\"a\" varchar(255) null")]
    [InlineData("short string", "\"a\" character varying(20) default 'it''s' not null", "\"a\" varchar(20) default 'it''s' not null")]
    [InlineData("decimal", "\"a\" numeric(10, 5)", "\"a\" decimal(10, 5) null")]
    [InlineData("small decimal", "\"a\" numeric(5, 2) default 1.5", "\"a\" decimal(5, 2) default 1.5 null")]
    [InlineData("boolean", "\"a\" boolean default false", "\"a\" boolean default 0 null")]
    [InlineData("uuid", "\"a\" uuid", "\"a\" char(36) null")]
    [InlineData("instant", "\"a\" timestamp with time zone default CURRENT_TIMESTAMP",
        "\"a\" timestamp default " + SqliteDdl.NowMilliseconds + " null")]
    [InlineData("found type", "\"a\" citext default (lower('A'))", "\"a\" citext default (lower('A')) null")]
    [InlineData("odd name", "\"a\"\"b\" json", "\"a\"\"b\" json null")]
    public void A_column_is_made_in_the_words_of_the_database(string column, string postgres, string sqlite)
    {
        Assert.Equal(postgres, Postgres.ColumnClause(Columns[column]));
        Assert.Equal(sqlite, Sqlite.ColumnClause(Columns[column]));
    }

    [Fact]
    public void Shapes_need_PostGIS()
    {
        Assert.Equal("geometry(POINT, 4326)", Postgres.TypeOf(new ColumnDefinition("a", ColumnType.GeometryPoint)));
        Assert.Throws<DirectusException>(() => Sqlite.TypeOf(new ColumnDefinition("a", ColumnType.GeometryPoint)));
    }

    [Fact]
    public void Each_type_has_a_word_that_a_model_may_ask_for() => Assert.All(new[] { Postgres, Sqlite }, ddl =>
        Assert.Empty(Enum.GetValues<ColumnType>().Where(type => type < ColumnType.Geometry).Select(type => ddl.WordOf(type).Word)
            .Except(ddl.KnownTypes)));

    [Theory]
    [InlineData("a\0b")]
    [InlineData(double.NaN)]
    [InlineData('x')]
    public void What_is_no_literal_is_refused(object value) =>
        Assert.All(new[] { Postgres, Sqlite }, ddl => Assert.Throws<ArgumentException>(() => ddl.AppendLiteral(new StringBuilder(), value)));

    [Fact]
    public void A_foreign_key_stands_in_the_table_on_SQLite_and_follows_on_PostgreSQL()
    {
        var table = new TableDefinition("books", [new ColumnDefinition("author", ColumnType.Integer)
        {
            Indexed = true, ForeignKey = new ForeignKeyDefinition("authors", "id", ReferentialAction.SetNull),
        }]);
        const string key = "constraint \"books_author_foreign\" foreign key (\"author\") references \"authors\" (\"id\") " +
            "on update NO ACTION on delete SET NULL";
        const string index = "create index \"books_author_index\" on \"books\" (\"author\")";

        Assert.Equal(["create table \"books\" (\"author\" integer)", index, $"alter table \"books\" add {key}"], Postgres.CreateTables([table]));
        Assert.Equal([$"create table \"books\" (\"author\" integer null, {key})", index], Sqlite.CreateTables([table]));
    }
}
