namespace Directus.Grpc.Server.Data;

/// <summary>What kinds of values have in common.</summary>
public static class SqlKinds
{
    public static bool IsNumber(this SqlKind kind) => kind is SqlKind.Integer or SqlKind.BigInteger or SqlKind.Decimal || kind.IsFloat();

    public static bool IsFloat(this SqlKind kind) => kind is SqlKind.Float or SqlKind.Real;
}
