using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.GraphQL.Fixed;
using Directus.Grpc.Server.Edges.GraphQL.Items;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>Registers the GraphQL edge.</summary>
internal static class GraphQLServices
{
    public static IServiceCollection AddGraphQLEdge(this IServiceCollection services)
    {
        services.AddSingleton<ItemQueries>();
        services.AddSingleton<ItemMutations>();
        services.AddSingleton<ItemRoots>();
        services.AddSingleton<ISystemFields, ServerFields>();
        services.AddSingleton<ISystemFields, AuthFields>();
        services.AddSingleton<ISystemFields, AccountFields>();
        services.AddSingleton<ISystemFields, RightsFields>();
        services.AddSingleton<ISystemFields, SchemaFields>();
        services.AddSingleton<ISystemFields, SchemaEditFields>();
        services.AddSingleton<ISystemFields, UtilityFields>();
        services.AddSingleton<SystemRoots>();
        services.AddSingleton<GraphQLSpecification>();
        services.AddSingleton<IGraphQLSpecification>(provider => provider.GetRequiredService<GraphQLSpecification>());
        services.AddOptions<GraphQLOptions>().BindConfiguration(GraphQLOptions.Section);
        services.AddSingleton<GraphQLSchemaBuilder>();
        services.AddSingleton<GraphQLSchemas>();
        services.AddSingleton<GraphQLRunner>();
        services.AddSingleton<GraphQLEndpoint>();
        return services;
    }
}
