using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>The two ends of a login by another server. Both are pages that a browser is sent to, no calls of an API, so they
/// are routes of their own.</summary>
internal sealed class SsoEndpoints(SsoLogins logins, SsoProviders providers, TokenReplies replies, HttpCalls calls)
{
    private const string LoginRoute = "/auth/login/{provider}";
    private const string CallbackRoute = $"{LoginRoute}/callback";

    // A form of an answer is small.
    private const int LargestForm = 64 * 1024;

    private static readonly string[] AnswerParameters = ["code", "state", "error", "iss"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(LoginRoute, http => AnswerAsync(http, StartAsync));
        routes.MapGet(CallbackRoute, http => AnswerAsync(http, FinishAsync));
        routes.MapPost(CallbackRoute, http => AnswerAsync(http, TurnAsync));
    }

    private async Task StartAsync(HttpCall call, SsoProvider provider)
    {
        var http = call.Http;
        var start = await logins.StartAsync(provider, One(http, "redirect"), One(http, "otp"), http.Request.Query.ContainsKey("prompt"),
            http.RequestAborted);
        http.Response.Cookies.Append(CookieOf(provider), start.Attempt, CookieForm(provider));
        call.Redirect(start.Address);
    }

    private async Task FinishAsync(HttpCall call, SsoProvider provider)
    {
        var http = call.Http;
        var answer = new SsoAnswer(One(http, "state"), One(http, "code"), One(http, "error"), One(http, "iss"));
        var outcome = await logins.FinishAsync(provider, answer, http.Request.Cookies[CookieOf(provider)], CallClient.Of(http), http.RequestAborted);
        http.Response.Cookies.Delete(CookieOf(provider), CookieForm(provider));
        if (outcome is { Redirect: null, Refusal: { } refusal }) throw refusal;
        if (outcome.Tokens is { } tokens) replies.Answer(call, tokens);
        if (outcome.Redirect is { } redirect) call.Redirect(redirect);
    }

    // Some providers have the browser post their answer. Such a post comes without the cookie of the attempt, since another
    // site makes it; the browser's own step to the same answer has it.
    private async Task TurnAsync(HttpCall call, SsoProvider provider)
    {
        var form = await FormAsync(call.Http);
        var answer = new QueryBuilder();
        foreach (var name in AnswerParameters)
            if (form[name] is [{ Length: > 0 } value]) answer.Add(name, value);
        call.Redirect(provider.Callback + answer, StatusCodes.Status303SeeOther);
    }

    private Task AnswerAsync(HttpContext http, Func<HttpCall, SsoProvider, Task> answer) => calls.AnswerAsync(http,
    call =>
    {
        TokenReplies.Guard(call);
        var path = RawPath.Path(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        return answer(call, providers.Get((string)http.Request.RouteValues["provider"]!, http.Request.Host.Value ?? "", path));
    });

    private static async Task<IFormCollection> FormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) throw DirectusException.InvalidPayload("The answer of a provider is a form");
        try
        {
            return await http.Request.ReadFormAsync(new FormOptions { BufferBodyLengthLimit = LargestForm, ValueLengthLimit = LargestForm },
                http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw DirectusException.InvalidPayload("The answer of a provider is too large");
        }
    }

    // Of two values nobody knows which one counts.
    private static string? One(HttpContext http, string name) => http.Request.Query[name] switch
    {
        { Count: 0 } => null,
        [{ } value] => value,
        _ => throw DirectusException.InvalidPayload($"\"{name}\" is there more than once"),
    };

    private static string CookieOf(SsoProvider provider) => $"directus_login_{provider.Name}";

    // Lax: the browser comes back from another site, by a link.
    private static CookieOptions CookieForm(SsoProvider provider) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = provider.Login.Scheme == Uri.UriSchemeHttps,
        Path = provider.Login.AbsolutePath,
        MaxAge = AttemptSeal.Lifetime,
    };
}
