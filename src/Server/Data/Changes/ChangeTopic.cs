namespace Directus.Grpc.Server.Data.Changes;

/// <summary>What servers on one database tell each other of, because they keep it in memory.</summary>
public enum ChangeTopic
{
    /// <summary>Tables, fields, relations or their settings.</summary>
    Schema,

    /// <summary>Who may do what: users, roles, policies, permissions, shares, sessions.</summary>
    Rights,
}
