using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Access;

/// <summary>A field that only some of the rules grant is nothing on the rows of the others, whatever part of a query asks.</summary>
public sealed class PartlyVisibleTests
{
    [Theory, EachDatabase]
    public async Task A_hidden_foreign_key_leads_nowhere(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        var reader = await app.SignInAsync(May.Read(library.Authors), May.Read(library.Books, "id", "title"),
            May.Read(library.Books, "id", "author").Where(new { id = new { _eq = 1 } }));

        await (await reader.GetAsync($"/items/{library.Books}?fields=id,author.name")).ShouldBeDataAsync("""[{"id":1,"author":{"name":"Ada"}},{"id":2,"author":null}]""");
        await (await reader.GetAsync($"/items/{library.Books}?fields=id&filter[author][name][_nnull]=true")).ShouldBeDataAsync("""[{"id":1}]""");
        await (await reader.GetAsync($"/items/{library.Books}?fields=id&sort=-author.name")).ShouldBeDataAsync("""[{"id":2},{"id":1}]""");
        await (await reader.GetAsync($"/items/{library.Books}?aggregate[count]=*&groupBy=author")).ShouldBeDataAsync("""[{"author":1,"count":"1"}]""");
    }

    [Theory, EachDatabase]
    public async Task A_hidden_list_is_null_and_holds_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        var reader = await app.SignInAsync(May.Read(library.Books, "id", "title"), May.Read(library.Authors, "id"),
            May.Read(library.Authors, "id", "books").Where(new { id = new { _eq = 1 } }));

        await (await reader.GetAsync($"/items/{library.Authors}?fields=id,books")).ShouldBeDataAsync("""[{"id":1,"books":[1]},{"id":2,"books":null}]""");
        await (await reader.GetAsync($"/items/{library.Authors}?fields=id,books.title")).ShouldBeDataAsync("""[{"id":1,"books":[{"title":"one"}]},{"id":2,"books":null}]""");
        await (await reader.GetAsync($"/items/{library.Authors}?fields=id,count(books)")).ShouldBeDataAsync("""[{"id":1,"books_count":"1"},{"id":2,"books_count":null}]""");
        // An author of whom nothing may be seen that is asked for is as good as absent.
        await (await reader.GetAsync($"/items/{library.Authors}?fields=books")).ShouldBeDataAsync("""[{"books":[1]}]""");
        await (await reader.GetAsync($"/items/{library.Authors}/2?fields=books")).ShouldBeErrorAsync(403, "FORBIDDEN");
        foreach (var filter in (string[])["filter[books][_some][id][_gt]=0", "filter[books][_nnull]=true", "filter[books][title][_nnull]=true"])
            await (await reader.GetAsync($"/items/{library.Authors}?fields=id&{filter}")).ShouldBeDataAsync("""[{"id":1}]""");
    }

    [Theory, EachDatabase]
    public async Task A_list_is_granted_by_its_own_field(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        // Neither the foreign key of the books nor the number that sorts them may be read.
        var reader = await app.SignInAsync(May.Read(library.Authors, "id", "books"), May.Read(library.Books, "id", "title"));

        await (await reader.GetAsync($"/items/{library.Authors}?fields=books.title,count(books)")).ShouldBeDataAsync(
            """[{"books":[{"title":"one"}],"books_count":"1"},{"books":[{"title":"two"}],"books_count":"1"}]""");
        await (await reader.GetAsync($"/items/{library.Authors}?fields=id&filter[books][title][_eq]=two")).ShouldBeDataAsync("""[{"id":2}]""");
        await (await reader.GetAsync($"/items/{library.Authors}?fields=id&filter[$FOLLOW({library.Books},author)][title][_eq]=two"))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    private static async Task<Items.Library> FilledAsync(TestApp app)
    {
        var library = await Items.Library.CreateAsync(app);
        foreach (var (name, title) in ((string, string)[])[("Ada", "one"), ("Bo", "two")])
            await app.CreateAsync($"/items/{library.Authors}", new { name, books = new[] { new { title } } });
        return library;
    }
}
