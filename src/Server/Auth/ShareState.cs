namespace Directus.Grpc.Server.Auth;

/// <summary>Why a share admits nobody, or that it does.</summary>
internal enum ShareState
{
    Unknown,
    NotStarted,
    Expired,
    UsedUp,
    Open,
}
