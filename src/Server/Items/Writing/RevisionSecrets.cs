using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>What revisions never tell, beside the fields that are masked for all: they are read by more than those who may
/// read the item.</summary>
internal static class RevisionSecrets
{
    /// <summary>Tokens of other providers, which administrators may read on the user itself.</summary>
    public static bool Hides(Field field) => field is { Collection: "directus_users", Name: "auth_data" };
}
