using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Rules;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>What a written item has to keep: required fields, the rules of the fields, the rules of the permissions.
/// Answers every failure.</summary>
internal sealed class PayloadValidator
{
    private readonly Collection _collection;
    private readonly bool _creates;
    private readonly List<FilterNode> _rules = [];
    private readonly RuleChecker _checker;

    public PayloadValidator(Caller caller, Collection collection, AccessAction action, DateTimeOffset now)
    {
        _collection = collection;
        _creates = action == AccessAction.Create;
        _checker = new RuleChecker(new VariableResolver(caller.VariablesAt(now)));
        foreach (var field in collection.Columns)
            if (field.Validation is { } rule) _rules.Add(FilterParser.Parse(rule));
        // Rights of several permissions unite, but the item has to keep the rules of all.
        foreach (var permission in caller.Access.For(collection.Name, action))
            if (!permission.Validation.IsAll) _rules.Add(permission.Validation);
    }

    public List<RuleFailure> Validate(WriteRow row)
    {
        var failures = new List<RuleFailure>();
        foreach (var field in _collection.Columns)
            if (Missing(row, field) is { } failure) failures.Add(failure with { Fields = [field.Name] });
        if (_rules.Count == 0) return failures;
        var item = new RuledItem(row.IsGiven, row.Given);
        foreach (var rule in _rules) failures.AddRange(_checker.Check(rule, item));
        return failures;
    }

    private RuleFailure? Missing(WriteRow row, Field field)
    {
        var column = field.Column!;
        if (row.Expects(field)) return null;
        if (column.PrimaryKey && _creates && row.Asked(field) is { ValueKind: JsonValueKind.Null }) return RuleFailure.NotNull;
        if (column.AutoIncrement || column.Generated || column.Nullable) return null;
        if (_creates && SpecialValues.FillsOnCreate(field)) return null;
        if (row.Values.TryGetValue(field, out var value)) return value is null ? RuleFailure.NotNull : null;
        return _creates && !column.HasDefault ? RuleFailure.Required : null;
    }
}
