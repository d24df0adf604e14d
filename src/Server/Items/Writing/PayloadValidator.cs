using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>What a written item has to keep: required fields, the rules of the fields, the rules of the permissions.
/// Answers every failure.</summary>
internal sealed class PayloadValidator
{
    private readonly Collection _collection;
    private readonly bool _creates;
    private readonly List<(FilterNode Rule, bool Demands)> _rules = [];
    private readonly RuleChecker _checker;

    public PayloadValidator(Caller caller, Collection collection, AccessAction action, DateTimeOffset now)
    {
        _collection = collection;
        _creates = action == AccessAction.Create;
        _checker = new RuleChecker(new VariableResolver(caller.VariablesAt(now)));
        foreach (var field in collection.Columns)
            if (field.Validation is { } rule) _rules.Add((FilterParser.Parse(rule), false));
        // Rights of several permissions unite, but the item has to keep the rules of all; a new one has to have what they speak of.
        foreach (var permission in caller.Access.For(collection.Name, action))
            if (!permission.Validation.IsAll) _rules.Add((permission.Validation, _creates));
    }

    public List<DirectusError> Validate(WriteRow row)
    {
        var failures = new List<DirectusError>();
        foreach (var field in _collection.Columns) CheckRequired(row, field, failures);
        foreach (var (rule, demands) in _rules) _checker.Check(rule, row, demands, failures);
        return failures;
    }

    private void CheckRequired(WriteRow row, Field field, List<DirectusError> failures)
    {
        var column = field.Column!;
        if (row.Expects(field)) return;
        if (column.PrimaryKey && _creates && row.Asked(field) is { ValueKind: JsonValueKind.Null })
        {
            failures.Add(WriteErrors.Failed(field.Name, "nnull", "Value can't be null."));
            return;
        }

        if (column.AutoIncrement || column.Generated || column.Nullable) return;
        if (_creates && SpecialValues.FillsOnCreate(field)) return;
        if (!row.Values.TryGetValue(field, out var value))
        {
            if (_creates && !column.HasDefault) failures.Add(WriteErrors.Failed(field.Name, "required", "Value is required."));
        }
        else if (value is null) failures.Add(WriteErrors.Failed(field.Name, "nnull", "Value can't be null."));
    }
}
