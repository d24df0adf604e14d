using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.Databases.Sqlite;
using Xunit;

namespace Directus.Grpc.Server.Tests.Architecture;

/// <summary>All that is one database's own stands in a folder of its own, with the same names in each. Others ask its driver and its
/// dialect, never which product it is.</summary>
public sealed partial class DatabaseTests
{
    private const string Root = "Directus.Grpc.Server.";
    private const string Databases = Root + "Data.Databases.";
    private const string Choice = Databases + nameof(DatabaseDriver);

    // Directus has variables for each product.
    private const string Settings = Root + "Hosting.Configuration.DatabaseSetup";

    private static readonly string[] Products = ["Postgres", "Sqlite"];

    [Fact]
    public void Only_the_choice_of_a_driver_knows_the_databases() => Assert.Empty(
        from type in Types()
        where type.FullName != Choice
        from used in References.Of(type)
        where Product(used) is not null && Product(used) != Product(type)
        select $"{type.FullName} → {used.FullName}");

    [Fact]
    public void Only_a_database_knows_its_client_library() => Assert.Empty(
        from type in Types()
        where Product(type) is null && !IsPartOf(type, Settings)
        from used in References.Of(type)
        where ClientLibrary().IsMatch(used.Assembly.GetName().Name!) || ClientLibrary().IsMatch(used.Namespace ?? "")
        select $"{type.FullName} → {used.FullName}");

    [Fact]
    public void Nobody_else_asks_which_product_it_is() => Assert.Empty(
        from type in Types()
        where !type.FullName!.StartsWith(Root + "Data.", StringComparison.Ordinal) && !IsPartOf(type, Settings)
        where References.Of(type).Any(used => used.FullName == Root + "Data.DatabaseClient")
        select type.FullName);

    [Fact]
    public void Nobody_compares_its_names() => Assert.Empty(
        from file in Directory.GetFiles(Path.Combine(Documents.Root(), "src", "Server"), "*.cs", SearchOption.AllDirectories)
        where Comparison().IsMatch(File.ReadAllText(file))
        select file);

    [Theory]
    [InlineData("Driver"), InlineData("Dialect"), InlineData("Ddl"), InlineData("ValueReader"), InlineData("CatalogueReader")]
    [InlineData("TableEditor"), InlineData("ChangeFeed")]
    public void Each_database_has_the_same_parts(string part) => Assert.All(Products, product =>
        Assert.NotNull(typeof(DatabaseDriver).Assembly.GetType($"{Databases}{product}.{product}{part}")));

    [Fact]
    public void A_question_for_the_product_would_be_seen() =>
        Assert.Contains(References.Of(typeof(Seen)), used => Product(used) == "Sqlite");

    private static string? Product(Type type) => type.Namespace?.StartsWith(Databases, StringComparison.Ordinal) == true
        ? Products.FirstOrDefault(product => type.Namespace == Databases + product)
        : null;

    private static bool IsPartOf(Type type, string owner) =>
        type.FullName == owner || type.FullName!.StartsWith(owner + "+", StringComparison.Ordinal);

    private static IEnumerable<Type> Types() => typeof(DatabaseDriver).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true);

    [GeneratedRegex(@"^(Npgsql|Microsoft\.Data\.Sqlite|SQLitePCLRaw|LinqToDB\.DataProvider\.)")]
    private static partial Regex ClientLibrary();

    [GeneratedRegex(@"\b(VendorName|ClientName|TraceName)\s*(==|!=|is)\s*(not\s+)?""")]
    private static partial Regex Comparison();

    private static class Seen
    {
        public static bool IsSqlite(Dialect dialect) => dialect is SqliteDialect;
    }
}
