using System.Globalization;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Hands out the names of the tables in one statement: t0, t1, …</summary>
public sealed class AliasCounter
{
    private int _next;

    public string Next() => "t" + (_next++).ToString(CultureInfo.InvariantCulture);
}
