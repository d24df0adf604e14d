using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Model;
using Directus.Grpc.Server.Schema.Snapshots.Steps;
using Xunit;

namespace Directus.Grpc.Server.Tests.Schema.Snapshots;

/// <summary>A plan holds the steps to the wanted model, in an order in which a database takes them, and refuses beforehand what can be
/// refused without looking at rows.</summary>
public sealed class SchemaPlannerTests
{
    private static readonly FieldName Title = new("books", "title");
    private static readonly FieldName Pages = new("books", "pages");
    private static readonly FieldName Author = new("books", "author");

    private static readonly Dictionary<string, (Action<SnapshotDocument> Change, string Expected)> Changes = new()
    {
        ["nothing"] = (_ => { }, ""),
        ["a new collection within a new folder, the folder first"] = (model =>
            {
                model.AddCollection("tags", group: "labels");
                model.AddField("tags", "id", "integer", """{"is_primary_key":true,"has_auto_increment":true,"is_nullable":false}""");
                model.AddField("tags", "word", "string", """{"max_length":20}""");
                model.AddCollection("labels", table: false);
            },
            """
            CreateCollection labels
            CreateCollection tags
            """),
        ["a new field and its relation"] = (model =>
            {
                model.AddField("books", "editor", "integer", "{}");
                model.AddRelation("books", "editor", "authors");
            },
            """
            CreateField books.editor
            CreateRelation books.editor
            """),
        ["what goes, relations first"] = (model =>
            {
                model.Collections.Remove("authors");
                foreach (var name in model.Fields.Keys.Where(name => name.Collection == "authors").ToList()) model.Fields.Remove(name);
                model.Fields.Remove(Pages);
                model.Relations.Remove(Author);
            },
            """
            RemoveRelation books.author
            RemoveField books.pages destructive
            RemoveCollection authors destructive
            """),
        ["an alias goes"] = (model => model.Fields.Remove(new FieldName("authors", "books")), "RemoveField authors.books"),
        ["settings of a collection"] = (model => model.Collections.Change("books", "meta", "note", "Read them"),
            "ChangeCollection books (meta.note)"),
        ["settings of a field"] = (model => model.Fields.Change(Title, "meta", "note", "Of the book"), "ChangeField books.title (meta.note)"),
        ["a longer text"] = (model => model.Fields.Change(Title, "schema", "max_length", 300), "ChangeField books.title (schema.max_length)"),
        ["a shorter text"] = (model => model.Fields.Change(Title, "schema", "max_length", 30),
            "ChangeField books.title (schema.max_length) destructive"),
        ["a unique field"] = (model => model.Fields.Change(Title, "schema", "is_unique", true), "ChangeField books.title (schema.is_unique)"),
        ["what a key does"] = (model => model.Relations.Change(Author, "schema", "on_delete", "CASCADE"),
            "ChangeRelation books.author (schema.on_delete)"),
        ["an index of a field of the system"] = (
            model => model.SystemFields!.Add(new FieldName("directus_users", "email"), []), "ChangeIndex directus_users.email (add)"),
    };

    private static readonly Dictionary<string, (Action<SnapshotDocument> Change, string Expected)> Refusals = new()
    {
        ["a key"] = (model => model.Fields.Remove(new FieldName("books", "id")), "Field \"books.id\": the primary key can't be deleted"),
        ["another key"] = (model => model.Fields.Change(Title, "schema", "is_primary_key", true),
            "Field \"books.title\": \"schema.is_primary_key\" can't be changed"),
        ["an unknown group"] = (model => model.Collections.Change("books", "meta", "group", "none"),
            "Collection \"books\": its group \"none\" does not exist"),
        ["a collection of the system"] = (model => model.AddCollection("directus_books"),
            "Collection \"directus_books\": the system's collections can't be changed"),
        ["a field of nothing"] = (model => model.AddField("none", "word", "string", "{}"), "Field \"none.word\": its collection does not exist"),
        ["a case apart"] = (model => model.AddField("books", "Title", "string", "{}"),
            "Field \"books.Title\": it differs from \"title\" only in case"),
        ["a generated column"] = (model => model.AddField("books", "sum", "integer", """{"is_generated":true}"""),
            "Field \"books.sum\": a generated column can't be created"),
        ["a shape without PostGIS"] = (model => model.AddField("books", "spot", "geometry.Point", "{}"),
            "Field \"books.spot\": fields of geometry need PostgreSQL with PostGIS"),
        ["a relation to nothing"] = (model => model.AddRelation("books", "pages", "none"),
            "Relation \"books.pages\": collection \"none\" does not exist"),
        ["a relation of another type"] = (model => model.AddRelation("books", "title", "authors"),
            "Relation \"books.title\": it is of another type than the primary key of \"authors\""),
    };

    public static TheoryData<string> ChangeNames => [.. Changes.Keys];

    public static TheoryData<string> RefusalNames => [.. Refusals.Keys];

    [Theory, MemberData(nameof(ChangeNames))]
    public void Steps_lead_to_the_model(string name) => Assert.Equal(Changes[name].Expected, Told(Bookshop.Plan(Changes[name].Change)));

    [Theory, MemberData(nameof(RefusalNames))]
    public void What_cannot_be_is_refused(string name) =>
        Assert.Equal(Refusals[name].Expected, Reason(Assert.Throws<DirectusException>(() => Bookshop.Plan(Refusals[name].Change))));

    [Fact]
    public void Renames_come_first_and_the_rest_goes_by_the_new_names()
    {
        var plan = Bookshop.Plan(model => model.Fields.Change(new FieldName("works", "name"), "schema", "max_length", 300),
            new Rename("books", null, "works"), new Rename("works", "title", "name"));

        Assert.Equal("""
            RenameCollection books (to works)
            RenameField works.title (to name)
            ChangeField works.name (schema.max_length)
            """, Told(plan));
    }

    [Fact]
    public void Names_can_be_exchanged()
    {
        var plan = Bookshop.Plan(model => model.Fields.Change(new FieldName("books", "pages"), "schema", "max_length", 300),
            new Rename("books", "title", "spare"), new Rename("books", "pages", "title"), new Rename("books", "spare", "pages"));

        Assert.Equal("ChangeField books.pages (schema.max_length)", Told(plan).Split('\n')[^1]);
        Assert.Equal(ColumnType.String, Assert.IsType<ChangeFieldStep>(plan.Steps[^1]).Change!.New.Type);
    }

    [Fact]
    public void A_step_holds_the_column_that_it_makes()
    {
        var plan = Bookshop.Plan(model =>
        {
            model.AddField("books", "editor", "integer", """{"is_nullable":false,"default_value":7}""");
            model.Fields.Change(Pages, "schema", "data_type", "bigint");
            model.Fields.Change(Pages, "schema", "default_value", JsonValue.Create(12));
        });

        var created = Assert.IsType<CreateFieldStep>(plan.Steps[0]).Column!;
        Assert.Equal(("editor", ColumnType.Integer, false, 7L), (created.Name, created.Type, created.Nullable, created.Default!.Value));
        var changed = Assert.IsType<ChangeFieldStep>(plan.Steps[1]).Change!;
        Assert.True(changed is { Type: false, Default: true });
        Assert.Equal(12L, changed.New.Default!.Value);
    }

    private static string Told(SchemaPlan plan) => string.Join('\n', plan.Steps.Select(step =>
        $"{step.Action} {step.Collection}{(step.Field is null ? "" : $".{step.Field}")}"
        + (step.Detail is null ? "" : $" ({step.Detail})") + (step.Destructive ? " destructive" : "")));

    private static string Reason(DirectusException refusal) =>
        refusal.Errors[0].Extensions.GetValueOrDefault("reason") as string ?? refusal.Errors[0].Message;
}
