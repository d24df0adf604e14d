using System.Globalization;

namespace Directus.Grpc.Server.Kernel;

/// <summary>A call that is refused, with every reason found. Each edge translates it once.</summary>
public sealed class DirectusException : Exception
{
    public DirectusException(IReadOnlyList<DirectusError> errors, Exception? cause = null)
        : base(errors[0].Message, cause) => Errors = errors;

    public DirectusException(ErrorCode code, string? reason = null) : this([new DirectusError(code, reason)])
    {
    }

    public IReadOnlyList<DirectusError> Errors { get; }

    /// <summary>The first error's code, which gives the answer its status.</summary>
    public ErrorCode Code => Errors[0].Code;

    public static DirectusException Forbidden() => new(ErrorCodes.Forbidden);

    // Missing and forbidden look the same from outside, so both are refused here.
    public static DirectusException Forbidden(string collection) => ForbiddenIn("", collection);

    public static DirectusException Forbidden(string collection, string field) => ForbiddenIn("", collection, field);

    /// <summary>What a query asks for behind relations. The place is the path that leads there; empty for the collection's own items.</summary>
    public static DirectusException ForbiddenIn(string place, string collection) => Refused(
        $"You don't have permission to access collection \"{collection}\" or it does not exist. {Queried(place)}");

    /// <summary>What a query asks for behind relations. The place is the path that leads there; empty for the collection's own items.</summary>
    public static DirectusException ForbiddenIn(string place, string collection, string field) => Refused(
        $"You don't have permission to access field \"{field}\" in collection \"{collection}\" or it does not exist. {Queried(place)}");

    /// <summary>What may not be done to items there, or to none that there are.</summary>
    public static DirectusException NotPermitted(string action, string collection) => Refused(
        $"You don't have permission to perform \"{action}\" for collection \"{collection}\" or it does not exist.");

    public static DirectusException InvalidPayload(string reason) => new(ErrorCodes.InvalidPayload, reason);

    public static DirectusException InvalidQuery(string reason) => new(ErrorCodes.InvalidQuery, reason);

    public static DirectusException InvalidCredentials() => new(ErrorCodes.InvalidCredentials);

    public static DirectusException RouteNotFound(string path) => new([new DirectusError(ErrorCodes.RouteNotFound,
        $"Route {path} doesn't exist.", new Dictionary<string, object?> { ["path"] = path })]);

    /// <summary>Too many calls: so many are allowed, and more after this time.</summary>
    public static DirectusException RequestsExceeded(int limit, TimeSpan wait, DateTimeOffset now) =>
        new([new DirectusError(ErrorCodes.RequestsExceeded,
        string.Create(CultureInfo.InvariantCulture, $"Too many requests, retry after {Math.Ceiling(wait.TotalSeconds)}s."),
            new Dictionary<string, object?>
        {
            ["limit"] = limit,
            ["reset"] = (now + wait).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        }) { RetryAfter = wait }]);

    /// <summary>More to do than can be done; better after this time.</summary>
    public static DirectusException UnderPressure(TimeSpan wait) => new([new DirectusError(ErrorCodes.ServiceUnavailable,
        "Service \"api\" is unavailable. Under pressure.",
            new Dictionary<string, object?> { ["service"] = "api", ["reason"] = "Under pressure" }) { RetryAfter = wait }]);

    /// <summary>The server that a call was passed on to does not answer.</summary>
    public static DirectusException OtherServerAway() => new([new DirectusError(ErrorCodes.ServiceUnavailable,
        "Service \"fallback\" is unavailable. It does not answer.",
            new Dictionary<string, object?> { ["service"] = "fallback", ["reason"] = "It does not answer" })]);

    private static string Queried(string place) => place.Length == 0 ? "Queried in root." : $"Queried in \"{place}\".";

    private static DirectusException Refused(string reason) => new([new DirectusError(ErrorCodes.Forbidden, reason,
        new Dictionary<string, object?> { ["reason"] = reason })]);
}
