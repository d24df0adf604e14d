using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Directus.Grpc.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>A small identity provider: OpenID Connect with the authorization code flow, PKCE and signed id tokens. Codes may be
/// traded more than once, so that whoever relies on that alone is found out.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "directus";
    public const string ClientSecret = "the-secret-of-the-client-0123456789abcdef";

    private readonly WebApplication app;
    private readonly IdTokens idTokens;
    private readonly ConcurrentDictionary<string, Persona> people = new();
    private readonly ConcurrentDictionary<string, Grant> codes = new();
    private readonly ConcurrentDictionary<string, Persona> accessTokens = new();

    private IdentityProvider(WebApplication app, string url) => (this.app, Url, idTokens) = (app, url, new IdTokens(url));

    public string Url { get; }

    /// <summary>Every code and token that was given out.</summary>
    public ConcurrentBag<string> Secrets { get; } = [];

    public static async Task<IdentityProvider> StartAsync()
    {
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var provider = new IdentityProvider(builder.Build(), url);
        provider.Map();
        await provider.app.StartAsync();
        return provider;
    }

    /// <summary>What the login page answers to somebody: the address that their browser is sent back to.</summary>
    public async Task<Uri> AnswerAsync(Uri page, Persona persona)
    {
        people[persona.Subject] = persona;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var reply = await http.GetAsync($"{page}&login_hint={persona.Subject}");
        return reply.Headers.Location ?? throw new InvalidOperationException(await reply.Content.ReadAsStringAsync());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Url,
            authorization_endpoint = $"{Url}/authorize",
            token_endpoint = $"{Url}/token",
            userinfo_endpoint = $"{Url}/userinfo",
            jwks_uri = $"{Url}/jwks",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        });
        app.MapGet("/jwks", () => idTokens.Keys);
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
        app.MapGet("/userinfo", Profile);
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256"
            || query["state"].Count != 1)
            return Results.BadRequest("not a request for a code with PKCE");
        var persona = people[query["login_hint"]!];
        if (persona.Fault == Fault.AccessDenied) return Results.Redirect($"{query["redirect_uri"]}?error=access_denied&state={query["state"]}");
        var code = Secret();
        codes[code] = new Grant(persona, query["redirect_uri"]!, query["code_challenge"]!, query["nonce"]);
        var issuer = persona.Fault == Fault.OtherIssuerInAnswer ? "&iss=https%3A%2F%2Fother.example.com" : "";
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={query["state"]}{issuer}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var basic = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{ClientSecret}"));
        var known = request.Headers.Authorization == basic || (form["client_id"] == ClientId && form["client_secret"] == ClientSecret);
        if (!known) return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (!codes.TryGetValue(form["code"]!, out var grant) || grant.Callback != form["redirect_uri"]
            || grant.Challenge != Challenge(form["code_verifier"]!))
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        if (grant.Persona.Fault == Fault.BrokenTokenEndpoint) return Results.StatusCode(500);
        var accessToken = Secret();
        accessTokens[accessToken] = grant.Persona;
        var idToken = grant.Nonce is null || grant.Persona.Fault == Fault.NoIdToken ? null : idTokens.Issue(grant.Persona, grant.Nonce, accessToken);
        if (idToken is not null) Secrets.Add(idToken);
        return Results.Json(new
        {
            access_token = accessToken,
            token_type = "Bearer",
            expires_in = 300,
            refresh_token = Secret(),
            id_token = idToken
        });
    }

    private IResult Profile(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString()["Bearer ".Length..];
        if (!accessTokens.TryGetValue(token, out var persona)) return Results.Unauthorized();
        return Results.Json(new
        {
            sub = persona.Fault == Fault.OtherSubjectInProfile ? "somebody-else" : persona.Subject,
            email = persona.Email,
            email_verified = persona.Verified,
            given_name = persona.GivenName,
            family_name = persona.FamilyName,
            groups = persona.Groups,
            account = new { id = persona.Subject, mail = persona.Email },
        });
    }

    private string Secret()
    {
        var secret = RandomNumberGenerator.GetHexString(32);
        Secrets.Add(secret);
        return secret;
    }

    private static string Challenge(string verifier) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private sealed record Grant(Persona Persona, string Callback, string Challenge, string? Nonce);
}
