namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>The administrator of a new project.</summary>
public sealed record FirstAdmin(string Email, string Password, string? Token = null)
{
    public override string ToString() => $"FirstAdmin {{ {Email} }}";
}
