using Directus.Grpc.Server.Data.SystemTables.Rows;

namespace Directus.Grpc.Server.Auth;

/// <summary>What everybody may know of a share who holds its link.</summary>
internal sealed record LinkedShare(Guid Id, string? Name, string Collection, string Item, bool HasPassword)
{
    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public int TimesUsed { get; init; }

    public int? MaxUses { get; init; }

    public static LinkedShare Of(ShareRow row) => new(row.Id, row.Name, row.Collection, row.Item, row.Password is not null)
    {
        Start = row.DateStart,
        End = row.DateEnd,
        TimesUsed = row.TimesUsed ?? 0,
        MaxUses = row.MaxUses,
    };
}
