using Directus.Grpc.Server.Data.Databases.Sqlite;
using Xunit;

namespace Directus.Grpc.Server.Tests.Data.Databases.Sqlite;

/// <summary>What is changed in the SQL of a table is what was asked for: everything else stays word for word.</summary>
public sealed class SqliteTableTextTests
{
    private const string Articles = """
        create table "articles" (
          id integer not null primary key autoincrement, -- the key, counted (by the row id)
          "ti""tle, long" varchar(255) default 'a, ''b'' (c)' check (length("ti""tle, long") > 0),
          [by] integer references authors (id),
          `price` decimal(10, 2) /* with, a comma */ null,
          total generated always as (price * 2) stored,
          constraint "one_title" unique ("ti""tle, long"),
          unique (price, id),
          CONSTRAINT x FOREIGN KEY ("by") REFERENCES authors ("id") on delete set null,
          check (price > 0)
        ) strict, without rowid
        """;

    private static readonly SqliteTableText Text = SqliteTableText.Parse(Articles);

    [Fact]
    public void Each_definition_is_a_part() => Assert.Equal(
        ["id", "ti\"tle, long", "by", "price", "total", null, null, null, null], Text.Parts.Select(part => part.Column));

    [Fact]
    public void Parts_keep_their_words()
    {
        Assert.Equal("id integer not null primary key autoincrement", Text.Parts[0].Sql);
        Assert.Equal("""
            "ti""tle, long" varchar(255) default 'a, ''b'' (c)' check (length("ti""tle, long") > 0)
            """, Text.Parts[1].Sql);
        Assert.Equal("check (price > 0)", Text.Parts[^1].Sql);
        Assert.Equal(" strict, without rowid", Text.Suffix);
    }

    [Fact]
    public void Constraints_name_their_columns()
    {
        Assert.Equal([["ti\"tle, long"], ["price", "id"], ["by"], []], Text.Parts.Skip(5).Select(part => part.Constrained));
        Assert.Equal([false, false, true, false], Text.Parts.Skip(5).Select(part => part.IsForeignKey));
    }

    [Fact]
    public void What_is_written_can_be_read_again()
    {
        var again = SqliteTableText.Parse(Text.ToSql("\"other (one)\""));

        Assert.Equal(Text.Parts.Select(part => part.Sql), again.Parts.Select(part => part.Sql));
        Assert.Equal(Text.Suffix, again.Suffix);
        Assert.StartsWith("create table \"other (one)\" (id integer", Text.ToSql("\"other (one)\""), StringComparison.Ordinal);
    }

    [Fact]
    public void One_definition_is_replaced()
    {
        var changed = Text.With("price", "\"price\" integer not null");

        Assert.Equal("\"price\" integer not null", changed.Parts[3].Sql);
        Assert.Equal(Text.Parts.RemoveAt(3), changed.Parts.RemoveAt(3));
    }

    [Fact]
    public void A_column_goes_with_the_constraints_that_are_only_its() =>
        Assert.Equal(["id", "ti\"tle, long", "price", "total", null, null, null], Text.Without("by").Parts.Select(part => part.Column));

    [Fact]
    public void A_foreign_key_goes_alone() => Assert.Equal(Text.Parts.RemoveAt(7), Text.WithoutForeignKey("BY").Parts);

    [Fact]
    public void A_unique_constraint_of_several_columns_stays()
    {
        Assert.Equal(Text.Parts.RemoveAt(5), Text.WithoutUnique("ti\"tle, long").Parts);
        Assert.Equal(Text.Parts, Text.WithoutUnique("price").Parts);
    }

    [Fact]
    public void A_column_is_added_before_the_constraints_and_a_constraint_after_all()
    {
        Assert.Equal(5, Text.Adding("note text", column: true).Parts.TakeWhile(part => part.Sql != "note text").Count());
        Assert.Equal("check (id > 0)", Text.Adding("check (id > 0)", column: false).Parts[^1].Sql);
    }

    [Fact]
    public void A_definition_without_an_end_is_none() =>
        Assert.Throws<FormatException>(() => SqliteTableText.Parse("create table t (a, b"));
}
