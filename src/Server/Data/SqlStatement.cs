namespace Directus.Grpc.Server.Data;

/// <summary>A compiled statement: text for one dialect and its values, in the order of their numbers.</summary>
public sealed record SqlStatement(string Text, IReadOnlyList<SqlParameter> Parameters)
{
    public override string ToString() => Text;
}
