using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Sort terms → operands. The primary key ends every order, so that pages never overlap.</summary>
public sealed class SortPlanner(AccessScope scope, SourceBuilder source)
{
    public ImmutableArray<OrderTerm> Plan(ImmutableArray<SortTerm> terms)
    {
        var order = ImmutableArray.CreateBuilder<OrderTerm>(terms.Length + 1);
        foreach (var term in terms)
        {
            var operand = Resolve(term);
            order.Add(new OrderTerm(operand, term.Descending, operand.Alias != source.Alias));
        }

        var key = source.Collection.PrimaryKey;
        if (!order.Any(term => term.Operand.Alias == source.Alias && term.Operand.Field == key && term.Operand.Function is null))
            order.Add(new OrderTerm(new Operand(source.Alias, key), false));
        return order.DrainToImmutable();
    }

    private Operand Resolve(SortTerm term)
    {
        var collection = source.Collection;
        var alias = source.Alias;
        for (var i = 0; ; i++)
        {
            var step = term.Path[i];
            if (step.Function is not null)
            {
                if (i < term.Path.Length - 1) throw DirectusException.InvalidQuery($"Can't sort through a function of \"{step.Name}\"");
                return new OperandPlanner(scope, source).Resolve(step, alias, collection, compared: true);
            }

            var field = scope.Field(collection, step.Name);
            if (i == term.Path.Length - 1)
            {
                // JSON has no order; not every database would refuse.
                if (field.IsAlias || field.Masked || field.Kind == SqlKind.Json) throw DirectusException.InvalidQuery($"Can't sort by field \"{field.Name}\"");
                return scope.Operand(source, alias, collection, field);
            }

            if (scope.Context.Schema.RelationOfMany(collection.Name, field.Name) is not { OneCollection: { } one })
                throw DirectusException.InvalidQuery($"Can't sort through field \"{field.Name}\"");
            var target = scope.Collection(one);
            alias = source.Join(alias, field, target, scope);
            collection = target;
        }
    }
}
