using System.Data.Common;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Rules of the database that a write broke → refusals that name the field and the value.</summary>
internal sealed class ViolationTranslator(Database database, DatabaseSchema schema, WriteLog log)
{
    /// <summary>Runs a write whose violations are refusals.</summary>
    public async Task<T> RunAsync<T>(Func<WriteLog, Task<T>> write, CancellationToken cancellation)
    {
        try
        {
            return await write(log);
        }
        catch (DbException error)
        {
            if (await TranslateAsync(error, cancellation) is { } refusal) throw refusal;
            throw;
        }
    }

    /// <summary>The refusal, or null when the error is none of the client's making.</summary>
    public async Task<DirectusException?> TranslateAsync(DbException error, CancellationToken cancellation)
    {
        if (log.LastStatement is not var (collection, rows) || database.Dialect.Recognize(error) is not { } violation) return null;
        var code = violation.Code;
        // What still refers to a deleted item may be none of the caller's business.
        if (rows.Count == 0) return WriteErrors.BadTarget(code, collection.Name, collection.PrimaryKey.Name, error);
        var field = violation.Column is { } column && collection.TryGetField(column, out var named) ? named : null;
        WriteRow? row = null;
        if (violation.Kind is ViolationKind.Unique or ViolationKind.ForeignKey)
            (field, row) = await new ViolationSearch(database, schema, log.Created()).FindAsync(violation.Kind, field, rows, cancellation);
        if (field is null) return WriteErrors.BadTarget(code, violation.Table ?? collection.Name, violation.Column, error);
        row ??= rows.FirstOrDefault(candidate => candidate.Has(field));
        var value = row is null ? null : row.Asked(field) ?? (object)KeyText.Of(row.Values.GetValueOrDefault(field));
        return WriteErrors.BadValue(code, field, value, error);
    }
}
