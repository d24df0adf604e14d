using System.Net;
using System.Net.Http.Headers;
using Directus.Grpc.Files.V1;
using Directus.Grpc.TestKit;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Files;

public sealed class AssetTests
{
    [Theory, EachDatabase]
    public async Task Both_faces_make_the_same_picture(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Painting.TwoHalves(60, 40), "two halves.png", "image/png");

        var rest = await app.Admin.GetAsync($"/assets/{id}?width=30&height=30&transforms=[[\"rotate\",90]]");
        var (header, grpc) = await app.Admin.DownloadAssetAsync(id, new Transformation
        {
            Width = 30,
            Height = 30,
            Fit = Fit.Cover,
            Transforms = { new TransformStep { Name = "rotate", Arguments = { Value.ForNumber(90) } } },
        });

        Assert.Equal((30, 30), Painting.SizeOf(grpc));
        Assert.Equal(await rest.Content.ReadAsByteArrayAsync(), grpc);
        Assert.Equal(("two halves.png", "image/png", rest.Headers.ETag!.Tag), (header.Name, header.Type, header.Etag));
    }

    [Theory, EachDatabase]
    public async Task A_picture_gets_the_size_that_is_asked_for(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Painting.TwoHalves(60, 40), "p.png", "image/png");
        var sizes = new Dictionary<string, (int, int)>
        {
            ["width=30"] = (30, 20), ["height=20"] = (30, 20), ["width=24&height=24"] = (24, 24), ["width=24&height=24&fit=contain"] = (24, 24),
            ["width=24&height=24&fit=inside"] = (24, 16), ["width=24&height=24&fit=outside"] = (36, 24), ["width=300&withoutEnlargement=true"] = (60, 40),
            ["width=120"] = (120, 80), ["key=system-small-cover"] = (64, 64), ["transforms=[[\"extract\",{\"left\":5,\"top\":5,\"width\":10,\"height\":7}]]"] = (10, 7),
            ["transforms=[[\"extend\",{\"top\":2,\"left\":3}],[\"flip\"],[\"flop\"],[\"grayscale\"],[\"blur\",2]]"] = (63, 42),
            ["transforms=[[\"negate\"],[\"modulate\",{\"brightness\":1.2}],[\"tint\",\"%23ff0000\"],[\"sharpen\"],[\"median\",3]]"] = (60, 40),
            ["transforms=[[\"normalise\"],[\"gamma\"],[\"linear\",1.1,3],[\"threshold\",100],[\"trim\"]]"] = (30, 40),
            ["transforms=[[\"ensureAlpha\"],[\"flatten\"],[\"removeAlpha\"],[\"extractChannel\",{\"channel\":1}],[\"resize\",{\"width\":6}]]"] = (6, 4),
        };

        foreach (var (query, size) in sizes)
        {
            var reply = await app.Admin.GetAsync($"/assets/{id}?{query}");
            Assert.True(reply.IsSuccessStatusCode, $"{query}: {await reply.Content.ReadAsStringAsync()}");
            Assert.Equal((query, size), (query, Painting.SizeOf(await reply.Content.ReadAsByteArrayAsync())));
        }
    }

    // The left half is red and the right one blue: a cut around a point shows its colour.
    [Theory, EachDatabase]
    public async Task What_is_cut_off_is_cut_off_around_the_focal_point(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Painting.TwoHalves(60, 10), "p.png", "image/png");

        var middle = await PictureAsync("");
        var left = await PictureAsync("&focal_point_x=2&focal_point_y=5");
        await app.Admin.PatchAsync($"/files/{id}", new { focal_point_x = 58, focal_point_y = 5 });
        var right = await PictureAsync("");

        // What has one colour packs smaller than what has two.
        Assert.True(left.Length < middle.Length && right.Length < middle.Length);
        Assert.NotEqual(left, right);

        async Task<byte[]> PictureAsync(string more) => await (await app.Admin.GetAsync($"/assets/{id}?width=10&height=10{more}")).Content.ReadAsByteArrayAsync();
    }

    [Theory, EachDatabase]
    public async Task A_transformation_that_makes_no_sense_is_refused_and_hurts_nobody(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Painting.TwoHalves(60, 40), "p.png", "image/png");
        string[] bad = ["height=XYZ", "width=-1", "width=1.5", "width=100000", "quality=101", "fit=nope", "format=exe", "key=nope", "transforms=nope", "transforms=[[\"toFile\",\"/tmp/x\"]]",
            "transforms=[[\"blur\",\"x\"]]", "transforms=[[\"extract\",{\"left\":100,\"top\":0,\"width\":10,\"height\":10}]]", "transforms=[[\"resize\",{\"width\":1e99}]]", "transforms=[[1]]",
            "transforms=[[\"blur\",2],[\"blur\",2],[\"blur\",2],[\"blur\",2],[\"blur\",2],[\"blur\",2]]", "transforms=[[\"median\",9999]]"];

        var replies = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => app.Admin.GetAsync($"/assets/{id}?{bad[i % bad.Length]}")));

        foreach (var reply in replies) await reply.ShouldBeErrorAsync(400, "INVALID_QUERY");
        Assert.Equal(HttpStatusCode.OK, (await app.Admin.GetAsync($"/assets/{id}?width=10")).StatusCode);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => app.Admin.DownloadAssetAsync(id, new Transformation { Width = -1 }));
        Assert.Equal("INVALID_QUERY", refusal.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Theory, EachDatabase]
    public async Task A_picture_too_large_is_refused_by_its_head(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database, ("ASSETS_TRANSFORM_IMAGE_MAX_DIMENSION", "100"));
        var admin = storage.App.Admin;
        var large = await admin.UploadAsync(Painting.TwoHalves(200, 10), "p.png", "image/png");
        var none = await admin.UploadAsync(Upload.Bytes("no picture"), "p.png", "image/png");

        await (await admin.GetAsync($"/assets/{large}?width=10")).ShouldBeErrorAsync(400, "ILLEGAL_ASSET_TRANSFORMATION");
        await (await admin.GetAsync($"/assets/{none}?width=10")).ShouldBeErrorAsync(400, "ILLEGAL_ASSET_TRANSFORMATION");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/assets/{large}")).StatusCode);
        Assert.Equal(2, storage.Stored.Length);
    }

    [Theory, EachDatabase]
    public async Task What_has_not_changed_is_not_sent_again(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Upload.Bytes("0123456789"));
        var first = await app.Admin.GetAsync($"/assets/{id}");
        var (tag, modified) = (first.Headers.ETag!, first.Content.Headers.LastModified!);

        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(headers => headers.IfNoneMatch.Add(tag))).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(headers => headers.IfModifiedSince = modified)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(headers => headers.IfNoneMatch.Add(new("\"other\"")))).StatusCode);
        Assert.Equal(HttpStatusCode.PartialContent, (await AskAsync(headers => (headers.Range, headers.IfRange) = (new(2, 4), new(tag)))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(headers => (headers.Range, headers.IfRange) = (new(2, 4), new(new EntityTagHeaderValue("\"other\""))))).StatusCode);
        Assert.Contains("private", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        await (await app.Admin.SendAsync(Upload.Form(Upload.Bytes("new")), $"/files/{id}", HttpMethod.Patch)).DataAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(headers => headers.IfNoneMatch.Add(tag))).StatusCode);

        Task<HttpResponseMessage> AskAsync(Action<HttpRequestHeaders> condition)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/assets/{id}");
            condition(request.Headers);
            return app.Admin.SendAsync(request);
        }
    }

    // Guards against CVE-2025-30350: each HEAD left a file open.
    [Theory, EachDatabase]
    public async Task Heads_leave_nothing_open(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var id = await storage.App.Admin.UploadAsync(Upload.Bytes("0123456789"));
        var before = OpenContents();

        for (var i = 0; i < 200; i++)
        {
            using var reply = await storage.App.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/assets/{id}"));
            Assert.Equal(10, reply.Content.Headers.ContentLength);
        }

        await Eventually.TrueAsync(() => Task.FromResult(OpenContents() <= before), "no content is open");
        Assert.Equal("0123456789", await storage.App.Admin.ContentAsync(id));

        int OpenContents() => Directory.GetFiles($"/proc/{storage.Server.Process.Id}/fd").Count(file => new FileInfo(file).LinkTarget?.Contains(".txt", StringComparison.Ordinal) == true);
    }

    [Theory, EachDatabase]
    public async Task Nothing_in_a_content_is_run(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        foreach (var (name, type) in new[] { ("x.svg", "image/svg+xml"), ("x.html", "text/html"), ("x.xhtml", "application/xhtml+xml"), ("x.js", "text/javascript"), ("x.php", "application/x-httpd-php"), (".htaccess", "text/plain") })
        {
            var id = await app.Admin.UploadAsync(Upload.Bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"), name, type);
            var reply = await app.Admin.GetAsync($"/assets/{id}");

            Assert.Equal(type, reply.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
            var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.EndsWith("sandbox", policy, StringComparison.Ordinal);
            if (type.Contains("xml", StringComparison.Ordinal) || type.Contains("html", StringComparison.Ordinal) || type.Contains("javascript", StringComparison.Ordinal))
                Assert.Equal("attachment", reply.Content.Headers.ContentDisposition!.DispositionType);
        }
    }

    [Theory, EachDatabase]
    public async Task A_name_or_type_in_a_header_is_no_more_than_that(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Upload.Bytes("x"));
        foreach (var type in new[] { "text/html\r\nX-Mine: 1", "text/html; charset=utf-8", "nonsense", "" })
        {
            await (await app.Admin.PatchAsync($"/files/{id}", new { type })).DataAsync();
            var reply = await app.Admin.GetAsync($"/assets/{id}");
            Assert.Equal((HttpStatusCode.OK, false), (reply.StatusCode, reply.Headers.Contains("X-Mine")));
            Assert.Equal(type.StartsWith("text/html;", StringComparison.Ordinal) ? "text/html" : "application/octet-stream", reply.Content.Headers.ContentType!.ToString());
        }

        foreach (var name in new[] { "a\"; x=\"b.txt", "ü ö.txt", "a\r\nSet-Cookie: x=y.txt", "日本.txt" })
        {
            await (await app.Admin.PatchAsync($"/files/{id}", new { filename_download = name })).DataAsync();
            var reply = await app.Admin.GetAsync($"/assets/{id}?download");
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            Assert.False(reply.Headers.Contains("Set-Cookie"));
            Assert.Equal("attachment", reply.Content.Headers.ContentDisposition!.DispositionType);
        }
    }
}
