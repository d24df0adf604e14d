using System.Threading.Channels;
using Directus.Grpc.Server.Access;

namespace Directus.Grpc.Server.Comments;

/// <summary>Holds comments until those whom they mention are told, so that no writer waits for it. What a crash loses was said all the
/// same.</summary>
internal sealed partial class MentionQueue(ILogger<MentionQueue> logger)
{
    private const int Capacity = 1_000;

    private readonly Channel<(Caller Sender, MentioningComment Comment)> _comments =
        Channel.CreateBounded<(Caller, MentioningComment)>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    public ChannelReader<(Caller Sender, MentioningComment Comment)> Comments => _comments.Reader;

    public void Add(Caller sender, MentioningComment comment)
    {
        if (!_comments.Writer.TryWrite((sender, comment))) Full(logger);
    }

    public void Close() => _comments.Writer.TryComplete();

    [LoggerMessage(EventId = 8102, Level = LogLevel.Error, Message = "Too many comments mention users: those of one more are not told")]
    private static partial void Full(ILogger logger);
}
