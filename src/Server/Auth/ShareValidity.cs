using Directus.Grpc.Server.Data.SystemTables.Rows;

namespace Directus.Grpc.Server.Auth;

/// <summary>When a share lets somebody in.</summary>
internal static class ShareValidity
{
    /// <summary>Whether the share admits one more receiver.</summary>
    public static bool Admits(this ShareRow share, DateTimeOffset now) =>
        share.IsOpen(now) && (share.MaxUses is null || (share.TimesUsed ?? 0) < share.MaxUses);

    /// <summary>Whether those whom it has admitted may stay. The last admitted receiver uses the share up and stays; when
    /// the maximum is lowered beneath the uses, all have to go.</summary>
    public static bool Keeps(this ShareRow share, DateTimeOffset now) =>
        share.IsOpen(now) && (share.MaxUses is null || (share.TimesUsed ?? 0) <= share.MaxUses);

    public static ShareState StateAt(this ShareRow share, DateTimeOffset now) =>
        share.DateEnd <= now ? ShareState.Expired
        : share.DateStart > now ? ShareState.NotStarted
        : share.Admits(now) ? ShareState.Open : ShareState.UsedUp;

    private static bool IsOpen(this ShareRow share, DateTimeOffset now) =>
        (share.DateStart is null || share.DateStart <= now) && (share.DateEnd is null || share.DateEnd > now);
}
