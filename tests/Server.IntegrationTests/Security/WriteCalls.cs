namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Every way to write, each so that nothing but the right to do it is missing.</summary>
internal static class WriteCalls
{
    private static readonly HttpMethod Post = HttpMethod.Post;
    private static readonly HttpMethod Patch = HttpMethod.Patch;
    private static readonly HttpMethod Delete = HttpMethod.Delete;

    /// <summary>All ways to write the items of a collection.</summary>
    /// <param name="collection">Its name.</param>
    /// <param name="route">Its path over REST; null when it has none.</param>
    /// <param name="key">An item that is there.</param>
    /// <param name="item">A new item.</param>
    /// <param name="change">A change.</param>
    public static IEnumerable<WriteCall> OfItems(string collection, string? route, string key, object item, object change)
    {
        object[] keys = [key];
        var query = new { filter = new { id = new { _nnull = true } } };
        yield return Call("CreateItems", new { collection, items = new[] { item } }, Post, "", item);
        yield return Call("CreateItems", new { collection, items = new[] { item, item } }, Post, "", new[] { item, item });
        yield return Call("UpdateItem", new { collection, key, data = change }, Patch, $"/{key}", change);
        yield return Call("UpdateItems", new { collection, keys, data = change }, Patch, "", new { keys, data = change });
        yield return Call("UpdateItems", new { collection, where = query, data = change }, Patch, "",
            new { query, data = change }) with
        { ByQuery = true };
        yield return Call("DeleteItem", new { collection, key }, Delete, $"/{key}", null);
        yield return Call("DeleteItems", new { collection, keys }, Delete, "", keys);
        yield return Call("DeleteItems", new { collection, where = query }, Delete, "", new { query }) with { ByQuery = true };

        WriteCall Call(string rpc, object request, HttpMethod method, string path, object? body) =>
            new($"ItemsService/{rpc}", request) { Method = route is null ? null : method, Path = route + path, Body = body };
    }

    /// <summary>The schema of a collection and its field.</summary>
    public static IEnumerable<WriteCall> OfSchema(string collection, string field)
    {
        var created = new { collection = "b_new", schema = new { }, meta = new { } };
        yield return new("CollectionsService/CreateCollections", new { collections = new[] { new { collection = "b_new" } } })
        {
            Method = Post,
            Path = "/collections", Body = created
        };
        yield return new("CollectionsService/UpdateCollection", new { collection, meta = new { note = "mine" } })
        {
            Method = Patch,
            Path = $"/collections/{collection}", Body = new { meta = new { note = "mine" } }
        };
        yield return new("CollectionsService/UpdateCollections", new { collections = new[] { new { collection, meta = new { note = "mine" } } } })
        {
            Method = Patch,
            Path = "/collections",
            Body = new[] { new { collection, meta = new { note = "mine" } } },
        };
        yield return new("CollectionsService/DeleteCollection", new { collection }) { Method = Delete, Path = $"/collections/{collection}" };
        yield return new("FieldsService/CreateField", new { collection, field = new { field = "b_new", type = "string" } })
        {
            Method = Post,
            Path = $"/fields/{collection}",
            Body = new { field = "b_new", type = "string", schema = new { }, meta = new { } },
        };
        yield return new("FieldsService/UpdateField", new { collection, field, meta = new { note = "mine" } })
        {
            Method = Patch,
            Path = $"/fields/{collection}/{field}", Body = new { meta = new { note = "mine" } }
        };
        yield return new("FieldsService/UpdateFields", new { collection, fields = new[] { new { field, meta = new { note = "mine" } } } })
        {
            Method = Patch,
            Path = $"/fields/{collection}",
            Body = new[] { new { field, meta = new { note = "mine" } } },
        };
        yield return new("FieldsService/DeleteField", new { collection, field }) { Method = Delete, Path = $"/fields/{collection}/{field}" };
        yield return new("RelationsService/CreateRelation", new { relation = new { collection, field, related_collection = "directus_users" } })
        {
            Method = Post,
            Path = "/relations",
            Body = new { collection, field, related_collection = "directus_users" },
        };
        yield return new("RelationsService/UpdateRelation", new { collection, field, meta = new { one_field = "mine" } })
        {
            Method = Patch,
            Path = $"/relations/{collection}/{field}",
            Body = new { meta = new { one_field = "mine" } },
        };
        var model = new
        {
            version = 1,
            directus = "11.17.4",
            vendor = "postgres",
            collections = Array.Empty<object>(),
            fields = Array.Empty<object>(),
            systemFields = Array.Empty<object>(),
            relations = Array.Empty<object>()
        };
        yield return new("SnapshotsService/DiffSchema", new { force = true }) { Method = Post, Path = "/schema/diff?force=true", Body = model };
        yield return new("SnapshotsService/ApplySchema", new { force = true })
        {
            Method = Post,
            Path = "/schema/apply?force=true",
            Body = new
            {
                hash = "x",
                diff = new { collections = new[] { new { collection, diff = new[] { new { kind = "D", lhs = new { collection } } } } } }
            },
        };
        yield return new("RelationsService/DeleteRelation", new { collection, field }) { Method = Delete, Path = $"/relations/{collection}/{field}" };
    }

    public static IEnumerable<WriteCall> OfFiles(string file, string folder)
    {
        var item = new { type = "text/plain", filename_download = "b.txt", storage = "local" };
        yield return new("FilesService/CreateFiles", new { files = new[] { item } }) { Method = Post, Path = "/files", Body = item };
        yield return new("FilesService/UpdateFile", new { id = file, file = new { title = "mine" } })
        {
            Method = Patch, Path = $"/files/{file}",
            Body = new { title = "mine" }
        };
        yield return new("FilesService/UpdateFiles", new { keys = new[] { file }, file = new { title = "mine" } })
        {
            Method = Patch,
            Path = "/files",
            Body = new { keys = new[] { file }, data = new { title = "mine" } },
        };
        yield return new("FilesService/DeleteFile", new { id = file }) { Method = Delete, Path = $"/files/{file}" };
        yield return new("FilesService/DeleteFiles", new { keys = new[] { file } }) { Method = Delete, Path = "/files", Body = new[] { file } };
        yield return new("FilesService/ImportFile", new { url = "http://127.0.0.1:9/x" })
        {
            Method = Post, Path = "/files/import",
            Body = new { url = "http://127.0.0.1:9/x" }
        };
        yield return new("AssetsService/ZipFiles", new { ids = new[] { file } })
        {
            Method = Post, Path = "/assets/files",
            Body = new { ids = new[] { file } }
        };
        yield return new("AssetsService/ZipFolder", new { id = folder }) { Method = Post, Path = $"/assets/folder/{folder}" };
    }

    public static IEnumerable<WriteCall> OfShares(string share, object created)
    {
        yield return new("SharesService/CreateShares", new { shares = new[] { created } }) { Method = Post, Path = "/shares", Body = created };
        yield return new("SharesService/UpdateShare", new { id = share, share = new { name = "mine" } })
        {
            Method = Patch, Path = $"/shares/{share}",
            Body = new { name = "mine" }
        };
        yield return new("SharesService/UpdateShares", new { keys = new[] { share }, share = new { name = "mine" } })
        {
            Method = Patch,
            Path = "/shares", Body = new { keys = new[] { share }, data = new { name = "mine" } }
        };
        yield return new("SharesService/DeleteShare", new { id = share }) { Method = Delete, Path = $"/shares/{share}" };
        yield return new("SharesService/DeleteShares", new { keys = new[] { share } }) { Method = Delete, Path = "/shares", Body = new[] { share } };
        yield return new("SharesService/InviteToShare", new { share, emails = new[] { "b@example.com" } })
        {
            Method = Post, Path = "/shares/invite",
            Body = new { share, emails = new[] { "b@example.com" } }
        };
        yield return new("SharesService/AuthenticateShare", new { share, password = "wrong" })
        {
            Method = Post, Path = "/shares/auth",
            Body = new { share, password = "wrong" }
        };
    }

    /// <summary>Items of a system collection as messages of a service of its own; over REST they are items like others.</summary>
    /// <param name="one">The name of a message, as `Dashboard`.</param>
    /// <param name="key">An item that is there.</param>
    /// <param name="item">A new item.</param>
    /// <param name="change">A change.</param>
    public static IEnumerable<WriteCall> OfMessages(string one, string key, object item, object change)
    {
        var (service, field) = ($"{one}sService", one.ToLowerInvariant());
        string[] keys = [key];
        yield return new($"{service}/Create{one}s", new Dictionary<string, object> { [$"{field}s"] = new[] { item } });
        yield return new($"{service}/Update{one}", new Dictionary<string, object> { ["id"] = key, [field] = change });
        yield return new($"{service}/Update{one}s", new Dictionary<string, object> { ["keys"] = keys, [field] = change });
        yield return new($"{service}/Delete{one}", new { id = key });
        yield return new($"{service}/Delete{one}s", new { keys });
    }

    /// <summary>What becomes of what versions and revisions hold.</summary>
    public static IEnumerable<WriteCall> OfHistory(string version, string hash, string revision)
    {
        yield return new("VersionsService/SaveVersion", new { id = version, data = new { title = "mine" } })
        {
            Method = Post, Path = $"/versions/{version}/save", Body = new { title = "mine" }
        };
        yield return new("VersionsService/PromoteVersion", new { id = version, mainHash = hash })
        {
            Method = Post, Path = $"/versions/{version}/promote", Body = new { mainHash = hash }
        };
        yield return new("UtilsService/Revert", new { revision }) { Method = Post, Path = $"/utils/revert/{revision}", Body = new { } };
    }

    public static IEnumerable<WriteCall> OfAccounts(string user, string role)
    {
        string[] token = ["INVALID_TOKEN", "INVALID_CREDENTIALS", "FORBIDDEN"];
        yield return Call("AuthService/Login", "/auth/login", new { email = "b-victim@example.com", password = "wrong" });
        yield return Call("AuthService/Refresh", "/auth/refresh", new { refresh_token = "wrong", mode = "json" });
        yield return Call("AuthService/Logout", "/auth/logout", new { mode = "json" }) with { Codes = ["INVALID_PAYLOAD"] };
        yield return Call("AuthService/RequestPasswordReset", "/auth/password/request",
            new { email = "b-victim@example.com", reset_url = "https://evil.example" }) with
        { Codes = ["INVALID_PAYLOAD"] };
        yield return Call("AuthService/ResetPassword", "/auth/password/reset",
            new { token = "wrong", password = "password-1" }) with
        { Codes = token };
        yield return new("UsersService/UpdateCurrentUser", new { data = new { title = "mine" } })
        {
            Method = Patch, Path = "/users/me",
            Body = new { title = "mine" }
        };
        yield return new("UsersService/TrackPage", new { last_page = "" })
        {
            Method = Patch, Path = "/users/me/track/page",
            Body = new { last_page = "" }, Codes = ["INVALID_PAYLOAD", "INVALID_CREDENTIALS"]
        };
        yield return Call("UsersService/InviteUsers", "/users/invite", new { email = new[] { "b-invited@example.com" }, role });
        yield return Call("UsersService/AcceptInvite", "/users/invite/accept",
            new { token = "wrong", password = "password-1" }) with
        { Codes = token };
        yield return Call("UsersService/RegisterUser", "/users/register", new { email = "b-new@example.com", password = "password-1" });
        yield return Call("UsersService/GenerateTfa", "/users/me/tfa/generate", new { password = "wrong" });
        yield return Call("UsersService/EnableTfa", "/users/me/tfa/enable", new { secret = "JBSWY3DPEHPK3PXP", otp = "000000" });
        yield return Call("UsersService/DisableTfa", "/users/me/tfa/disable",
            new { otp = "000000" }) with
        { Codes = ["INVALID_PAYLOAD", "INVALID_CREDENTIALS"] };
        yield return new("UsersService/DisableUserTfa", new { id = user }) { Method = Post, Path = $"/users/{user}/tfa/disable", Body = new { } };

        static WriteCall Call(string rpc, string path, object body) => new(rpc, body) { Method = Post, Path = path, Body = body };
    }

    /// <summary>What is said of the project as a whole.</summary>
    public static IEnumerable<WriteCall> OfProject()
    {
        var owner = new { project_owner = "b-owner@example.com", org_name = "b" };
        yield return new("ServerService/CompleteSetup", new { })
        {
            Method = Post, Path = "/server/setup",
            Body = new { project_owner = owner.project_owner }
        };
        yield return new("ServerService/SetOwner", owner) { Method = Post, Path = "/settings/owner", Body = owner };
    }

    /// <summary>What is done to the items of a collection as a whole.</summary>
    public static IEnumerable<WriteCall> OfMany(string collection)
    {
        yield return new("UtilsService/Sort", new { collection, item = "1", to = "1" })
        {
            Method = Post, Path = $"/utils/sort/{collection}",
            Body = new { item = 1, to = 1 }
        };
        yield return new("UtilsService/Export", new { collection, format = "csv" })
        {
            Method = Post, Path = $"/utils/export/{collection}",
            Body = new { format = "csv", query = new { } }
        };
        yield return new("UtilsService/Import", new { collection, type = "application/json", content = Convert.ToBase64String("[{}]"u8) });
        yield return new("UtilsService/ClearCache", new { }) { Method = Post, Path = "/utils/cache/clear", Body = new { } };
    }

    /// <summary>Tools that change nothing, refused for what they are given.</summary>
    public static IEnumerable<WriteCall> OfTools()
    {
        yield return new("UtilsService/GenerateHash", new { })
        {
            Method = Post, Path = "/utils/hash/generate", Body = new { },
            Codes = ["INVALID_PAYLOAD"]
        };
        yield return new("UtilsService/VerifyHash", new { @string = "x", hash = "no hash" })
        {
            Method = Post, Path = "/utils/hash/verify",
            Body = new { @string = "x", hash = "no hash" }, Codes = ["INVALID_PAYLOAD", "FORBIDDEN"]
        };
    }
}
