using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Directus.Grpc.Auth.V1;

namespace Directus.Grpc.Client;

/// <summary>A client of one server on behalf of one caller. Make it once and share it: it is thread safe, keeps its
/// connection, and renews its access token by itself.</summary>
/// <example>
/// <code>
/// await using var client = new DirectusClient("http://localhost:8056");
/// await client.LoginAsync("admin@example.com", "password");
/// var titles = await client.Items("articles").Fields("id", "title").Sort("-id").Limit(10).ToListAsync();
/// </code>
/// </example>
public sealed class DirectusClient : IAsyncDisposable, IDisposable
{
    private readonly Connection connection;

    /// <summary>Makes a client; it connects with the first call.</summary>
    /// <param name="url">Address of the server's gRPC port, as http://localhost:8056.</param>
    /// <param name="options">How to connect, when the defaults do not fit.</param>
    public DirectusClient(string url, DirectusClientOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        connection = new(url, options ?? new());
        Shares = new(connection);
        Files = new(connection);
        Schema = new(connection);
    }

    private DirectusClient(Connection connection, Tokens tokens) : this(connection.Url, connection.Options) =>
        this.connection.Session.Use(tokens);

    /// <summary>Shares: items for people who have no account.</summary>
    public SharesClient Shares { get; }

    /// <summary>Files and their contents.</summary>
    public FilesClient Files { get; }

    /// <summary>Collections, fields and relations; changing them is for administrators.</summary>
    public SchemaClient Schema { get; }

    /// <summary>Logs a user in; the calls that follow are theirs.</summary>
    /// <param name="email">Mail address.</param>
    /// <param name="password">Password.</param>
    /// <param name="otp">One-time password, for users with two-factor authentication.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DirectusException">INVALID_CREDENTIALS when they are not right.</exception>
    public async Task LoginAsync(
        string email, string password, string? otp = null, CancellationToken cancellation = default)
    {
        var request = new LoginRequest { Email = email, Password = password, Otp = otp ?? "" };
        var reply = await connection.CallPublicAsync(connection.Auth.LoginAsync, request, cancellation);
        connection.Session.Use(reply.Tokens);
    }

    /// <summary>Ends the session, if there is one; the calls that follow are nobody's.</summary>
    public async Task LogoutAsync(CancellationToken cancellation = default)
    {
        var last = await connection.Session.ForgetAsync(cancellation);
        if (last.Refresh is null) return;

        var request = new LogoutRequest { RefreshToken = last.Refresh };
        await connection.CallPublicAsync(connection.Auth.LogoutAsync, request, cancellation);
    }

    /// <summary>Lets the calls that follow carry a token of your own, such as a user's static token; null: none.</summary>
    public void UseToken(string? token) => connection.Session.UseStatic(token);

    /// <summary>Items of a collection, as JSON objects.</summary>
    public ItemSet<JsonObject> Items(string collection) => Items(collection, DirectusJson.Object);

    /// <summary>Items of a collection, as objects of a type: <c>AuthorName</c> holds the field <c>author_name</c>.</summary>
    public ItemSet<T> Items<T>(string collection) where T : class => Items(collection, RowType<T>());

    /// <summary>Items of a collection, read by source-generated metadata, as AOT needs it.</summary>
    public ItemSet<T> Items<T>(string collection, JsonTypeInfo<T> row) where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(collection);
        return new(connection, collection, new(), row);
    }

    /// <summary>The one item of a singleton, as an object of a type.</summary>
    public Singleton<T> Singleton<T>(string collection) where T : class => Singleton(collection, RowType<T>());

    /// <summary>The one item of a singleton, read by source-generated metadata, as AOT needs it.</summary>
    public Singleton<T> Singleton<T>(string collection, JsonTypeInfo<T> row) where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(collection);
        return new(connection, collection, row);
    }

    /// <summary>Closes the connection. The session lives on until it expires; <see cref="LogoutAsync"/> ends it.</summary>
    public void Dispose() => connection.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal static DirectusClient ForReceiver(Connection connection, Tokens tokens) => new(connection, tokens);

    private JsonTypeInfo<T> RowType<T>() => connection.Options.Json.RowType<T>();
}
