using System.Data.Common;
using System.Diagnostics.Metrics;
using LinqToDB.Interceptors;

namespace Directus.Grpc.Server.Data;

/// <summary>Every statement on its way to the database: counted for telemetry, and told at level trace. Values are parameters, so
/// the text holds none of them.</summary>
internal sealed partial class StatementLog(ILogger logger) : CommandInterceptor
{
    private static readonly Counter<long> Count =
        new Meter("Directus.Grpc.Data").CreateCounter<long>("directus.database.statements", description: "Statements sent to the database.");

    public void Add(string text)
    {
        Count.Add(1);
        Sent(logger, text);
    }

    // What typed LINQ sends.
    public override DbCommand CommandInitialized(CommandEventData eventData, DbCommand command)
    {
        Add(command.CommandText);
        return command;
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Trace, Message = "Statement: {Text}")]
    private static partial void Sent(ILogger logger, string text);
}
