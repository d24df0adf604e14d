using System.Collections.Frozen;
using Directus.Grpc.Server.Edges.Calls;
using Google.Protobuf.Reflection;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>The comments of the contract, by the full names of what they are about.</summary>
internal static class ContractComments
{
    public static FrozenDictionary<string, string> Read()
    {
        var comments = new Dictionary<string, string>();
        foreach (var file in ContractFiles.Read())
        {
            foreach (var service in file.Services)
            {
                Add(service);
                foreach (var rpc in service.Methods) Add(rpc);
            }

            foreach (var message in file.MessageTypes) AddAll(message);
        }

        return comments.ToFrozenDictionary();

        void AddAll(MessageDescriptor message)
        {
            Add(message);
            foreach (var field in message.Fields.InDeclarationOrder()) Add(field);
            foreach (var nested in message.NestedTypes) AddAll(nested);
        }

        void Add(IDescriptor known)
        {
            var comment = (known as DescriptorBase)?.Declaration?.LeadingComments;
            if (!string.IsNullOrWhiteSpace(comment)) comments[known.FullName] = OneText(comment);
        }
    }

    // Lines of a comment are of one paragraph.
    private static string OneText(string comment) =>
        string.Join(' ', comment.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
