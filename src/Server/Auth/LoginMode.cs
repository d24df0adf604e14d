namespace Directus.Grpc.Server.Auth;

/// <summary>How a client keeps its tokens.</summary>
internal enum LoginMode
{
    /// <summary>Both tokens are in the answer.</summary>
    Json,

    /// <summary>The refresh token is in a cookie, the access token in the answer.</summary>
    Cookie,

    /// <summary>One cookie holds an access token that is bound to the session.</summary>
    Session,
}
