namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>The fields of one area of the system.</summary>
internal interface ISystemFields
{
    IEnumerable<SystemField> All { get; }
}
