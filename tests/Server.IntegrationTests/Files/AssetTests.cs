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
            ["width=24&height=24&fit=inside"] = (24, 16), ["width=24&height=24&fit=outside"] = (36, 24),
            ["width=300&withoutEnlargement=true"] = (60, 40),
            ["width=120"] = (120, 80), ["key=system-small-cover"] = (64, 64),
            ["transforms=[[\"extract\",{\"left\":5,\"top\":5,\"width\":10,\"height\":7}]]"] = (10, 7),
            ["transforms=[[\"extend\",{\"top\":2,\"left\":3}],[\"flip\"],[\"flop\"],[\"grayscale\"],[\"blur\",2]]"] = (63, 42),
            ["transforms=[[\"negate\"],[\"modulate\",{\"brightness\":1.2}],[\"tint\",\"%23ff0000\"],[\"sharpen\"],[\"median\",3]]"] = (60, 40),
            ["transforms=[[\"normalise\"],[\"gamma\"],[\"linear\",1.1,3],[\"threshold\",100],[\"trim\"]]"] = (30, 40),
            ["transforms=[[\"clahe\",{\"width\":5,\"height\":5}],[\"convolve\",{\"width\":3,\"height\":3,\"kernel\":[0,1,0,1,-4,1,0,1,0]}],[\"bandbool\",\"or\"],[\"toColourspace\",\"b-w\"]]"] = (60, 40),
            ["transforms=[[\"recomb\",[[0,0,1],[0,1,0],[1,0,0]]],[\"linear\",[1,2,1],[0,0,9]],[\"rotate\",90,{\"background\":\"hsl(10,20%25,30%25)\"}],[\"tint\",\"rgb(1,2,3)\"]]"] = (40, 60),
            ["transforms=[[\"resize\",{\"width\":30,\"height\":30,\"fit\":\"contain\",\"background\":\"transparent\"}]]"] = (30, 30),
            ["key=system-small-cover&width=6"] = (6, 4), ["key=system-small-cover&height=6"] = (64, 6), ["key=&width=6"] = (6, 4),
            ["transforms=[[\"ensureAlpha\"],[\"flatten\"],[\"removeAlpha\"],[\"extractChannel\",{\"channel\":1}],[\"resize\",{\"width\":6}]]"] = (6,
                4),
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

        async Task<byte[]> PictureAsync(string more) =>
            await (await app.Admin.GetAsync($"/assets/{id}?width=10&height=10{more}")).Content.ReadAsByteArrayAsync();
    }

    [Theory, EachDatabase]
    public async Task A_transformation_that_makes_no_sense_is_refused_and_hurts_nobody(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Painting.TwoHalves(60, 40), "p.png", "image/png");
        string[] bad = ["height=XYZ", "width=-1", "width=1.5", "width=100000", "quality=101", "fit=nope", "format=exe", "key=nope",
            "transforms=nope", "transforms=[[\"toFile\",\"/tmp/x\"]]",
            "transforms=[[\"blur\",\"x\"]]", "transforms=[[\"extract\",{\"left\":100,\"top\":0,\"width\":10,\"height\":10}]]",
                "transforms=[[\"resize\",{\"width\":1e99}]]", "transforms=[[1]]",
            "transforms=[[\"blur\",2],[\"blur\",2],[\"blur\",2],[\"blur\",2],[\"blur\",2],[\"blur\",2]]", "transforms=[[\"median\",9999]]",
            "fit=&width=5", "transforms=", "transforms=[[\"composite\",[{\"input\":\"/etc/hostname\"}]]]", "transforms=[[\"affine\",[1,0,0,1]]]",
                "transforms=[[\"boolean\",\"/etc/hostname\",\"and\"]]",
            "transforms=[[\"convolve\",{\"width\":3,\"height\":3,\"kernel\":[1]}]]",
                "transforms=[[\"convolve\",{\"width\":999,\"height\":999,\"kernel\":[]}]]", "transforms=[[\"recomb\",[[1]]]]",
            "transforms=[[\"clahe\",{\"width\":0,\"height\":5}]]", "transforms=[[\"clahe\",{\"width\":500,\"height\":5}]]",
                "transforms=[[\"bandbool\",\"xx\"]]", "transforms=[[\"toFormat\",\"exe\"]]",
            "transforms=[[\"toColourspace\",\"x\"]]", "transforms=[[\"tint\",\"nope\"]]",
                "transforms=[[\"flatten\",{\"background\":\"url(/etc/hostname)\"}]]", "transforms=[[\"linear\",[1,2]]]"];

        var replies = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => app.Admin.GetAsync($"/assets/{id}?{bad[i % bad.Length]}")));

        foreach (var reply in replies) await reply.ShouldBeErrorAsync(400, "INVALID_QUERY");
        Assert.Equal(HttpStatusCode.OK, (await app.Admin.GetAsync($"/assets/{id}?width=10")).StatusCode);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => app.Admin.DownloadAssetAsync(id, new Transformation { Width = -1 }));
        Assert.Equal("INVALID_QUERY", refusal.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Theory, EachDatabase]
    public async Task A_format_is_that_of_the_request_of_a_step_or_of_the_preset(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Painting.TwoHalves(60, 40), "p.png", "image/png");
        var avif = await (await app.Admin.GetAsync($"/assets/{id}?format=avif")).Content.ReadAsByteArrayAsync();
        var other = await app.Admin.UploadAsync(avif, "p.avif", "image/avif");

        foreach (var (file, query, type) in new[]
        {
            (id, "format=auto", "png"), (other, "format=auto", "png"), (other, "width=5", "avif"),
                (id, "key=system-small-cover&format=webp", "webp"), (id, "key=system-small-cover", "png"),
            (id, "transforms=[[\"webp\",{\"quality\":20}]]", "webp"), (id, "transforms=[[\"toFormat\",\"jpg\"]]", "jpeg"),
                (id, "transforms=[[\"webp\"]]&format=png", "png"),
        })
        {
            var reply = await app.Admin.GetAsync($"/assets/{file}?{query}");
            Assert.Equal((query, HttpStatusCode.OK, $"image/{type}"), (query, reply.StatusCode, reply.Content.Headers.ContentType?.ToString()));
        }
    }

    // The sizes are those of sharp for the same picture.
    [Theory, EachDatabase]
    public async Task A_jpeg_is_coded_well_and_has_three_colours(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Painting.TwoHalves(60, 40), "p.png", "image/png");

        var coloured = await (await app.Admin.GetAsync($"/assets/{id}?format=jpg")).Content.ReadAsByteArrayAsync();
        var grey = await (await app.Admin.GetAsync($"/assets/{id}?format=jpg&transforms=[[\"greyscale\"]]")).Content.ReadAsByteArrayAsync();

        Assert.Equal((395, 330), (coloured.Length, grey.Length));
    }

    [Theory, EachDatabase]
    public async Task What_is_made_of_a_file_comes_whole(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Painting.TwoHalves(60, 40), "p.png", "image/png");
        var whole = await (await app.Admin.GetAsync($"/assets/{id}?width=10")).Content.ReadAsByteArrayAsync();

        foreach (var (query, status, length) in new[] { ("", HttpStatusCode.PartialContent, 4L), ("?width=10", HttpStatusCode.OK, whole.Length),
            ("?key=", HttpStatusCode.OK, Painting.TwoHalves(60, 40).Length) })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/assets/{id}{query}") { Headers = { Range = new(0, 3) } };
            using var reply = await app.Admin.SendAsync(request);
            Assert.Equal((query, status, length), (query, reply.StatusCode, reply.Content.Headers.ContentLength!.Value));
        }
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_know_the_name_of_a_file_gets_it_under_its_id(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Upload.Bytes("x"), "secret plans.txt");
        var ids = await app.SignInAsync(May.Read("directus_files", "id"));
        var names = await app.SignInAsync(May.Read("directus_files", "id"), May.Read("directus_files", "id", "filename_download")
            .Where(new { filename_download = new { _eq = "secret plans.txt" } }));
        var others = await app.SignInAsync(May.Read("directus_files", "id"), May.Read("directus_files", "id", "filename_download")
            .Where(new { filename_download = new { _eq = "other" } }));

        foreach (var (caller, name) in new[] { (app.Admin, "secret plans.txt"), (ids, id), (names, "secret plans.txt"), (others, id) })
        {
            var (header, _) = await caller.DownloadAssetAsync(id, new Transformation());
            Assert.Equal((name, name),
                ((await caller.GetAsync($"/assets/{id}")).Content.Headers.ContentDisposition!.FileName!.Trim('"'), header.Name));
        }
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
        Assert.Equal(HttpStatusCode.OK,
            (await AskAsync(headers => (headers.Range, headers.IfRange) = (new(2, 4), new(new EntityTagHeaderValue("\"other\""))))).StatusCode);
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

        int OpenContents() => Directory.GetFiles($"/proc/{storage.Server.Process.Id}/fd")
            .Count(file => new FileInfo(file).LinkTarget?.Contains(".txt", StringComparison.Ordinal) == true);
    }

    [Theory, EachDatabase]
    public async Task Nothing_in_a_content_is_run(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        foreach (var (name, type) in new[] { ("x.svg", "image/svg+xml"), ("x.html", "text/html"), ("x.xhtml", "application/xhtml+xml"),
            ("x.js", "text/javascript"), ("x.php", "application/x-httpd-php"), (".htaccess", "text/plain") })
        {
            var id = await app.Admin.UploadAsync(Upload.Bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"), name,
                type);
            var reply = await app.Admin.GetAsync($"/assets/{id}");

            Assert.Equal(type, reply.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
            var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.EndsWith("sandbox", policy, StringComparison.Ordinal);
            if (type.Contains("xml", StringComparison.Ordinal) || type.Contains("html", StringComparison.Ordinal)
                || type.Contains("javascript", StringComparison.Ordinal))
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
            Assert.Equal(type.StartsWith("text/html;", StringComparison.Ordinal)
                ? "text/html"
                : "application/octet-stream", reply.Content.Headers.ContentType!.ToString());
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
