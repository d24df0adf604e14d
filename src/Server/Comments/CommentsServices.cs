using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.Comments;

internal static class CommentsServices
{
    public static IServiceCollection AddComments(this IServiceCollection services) => services
        .AddSingleton<MentionQueue>()
        .AddSingleton<IItemRules, CommentRules>()
        .AddHostedService<MentionNotices>();
}
