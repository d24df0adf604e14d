using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>A call's three givens, held from its start to its end: who asks, the schema, and what they may do.</summary>
public sealed record Caller(Principal Principal, DatabaseSchema Schema, AccessRules Access)
{
    /// <summary>Values of the stored fields that the rules name: `$CURRENT_USER.team`.</summary>
    public ImmutableDictionary<string, ImmutableArray<JsonElement>> Variables { get; init; } = PlanVariables.None;

    /// <summary>What a write brings along for the rules of its collection, and only they know.</summary>
    public object? Brought { get; init; }

    /// <summary>The administrators' role, which has a number of its own in API v1.1; null unless the call is one of those.</summary>
    internal Guid? AdminRole { get; init; }

    /// <summary>Whether no activity is kept of what is written, which administrators may ask for.</summary>
    public bool Unrecorded { get; init; }

    /// <summary>Whom and when the fields of a write tell that fill themselves, where it is not the caller and now.</summary>
    internal Authorship? Author { get; init; }

    /// <summary>What the dynamic variables of rules stand for at this moment.</summary>
    public PlanVariables VariablesAt(DateTimeOffset now) =>
        new(Principal.User, Principal.Role, Principal.Roles, Principal.Policies, now) { OfRules = Variables };

    /// <summary>The collection, when it exists and the caller may do this to some of its items.</summary>
    public Collection Require(string name, AccessAction action) =>
        Schema.TryGetCollection(name, out var collection) && Access.Allows(name, action)
            ? collection
            : throw DirectusException.Forbidden(name);

    /// <summary>The collection, when its items are used so at all and the caller may do it to some of them.</summary>
    internal Collection Require(string name, ItemUses use)
    {
        RequireUse(name, use);
        return Require(name, use switch
        {
            ItemUses.Create => AccessAction.Create,
            ItemUses.Update => AccessAction.Update,
            ItemUses.Delete => AccessAction.Delete,
            _ => AccessAction.Read,
        });
    }

    /// <summary>Refuses who may do nothing at all there, as if it were not there: what else is wrong with a call would tell
    /// of what kind the collection is.</summary>
    internal void RequireAny(string collection, ItemUses use)
    {
        RequireUse(collection, use);
        if (!Schema.TryGetCollection(collection, out _) || !Permission.Actions.Any(action => Access.Allows(collection, action)))
            throw DirectusException.Forbidden(collection);
    }

    /// <summary>Refuses what is done to no items of a system collection, by nobody, like one that is not there.</summary>
    internal static void RequireUse(string collection, ItemUses use)
    {
        if (!SystemItems.Allow(collection, use)) throw DirectusException.Forbidden(collection);
    }

    public void RequireAdmin()
    {
        if (!Principal.Admin) throw DirectusException.Forbidden();
    }
}
