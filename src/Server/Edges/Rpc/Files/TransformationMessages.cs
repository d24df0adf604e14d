using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Files.V1;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

/// <summary>Typed transformations, read through the same JSON and the same parser as those of REST.</summary>
internal static class TransformationMessages
{
    public static JsonElement Parameters(Transformation? transformation)
    {
        if (transformation is null) return default;
        var given = new JsonObject();
        if (transformation.Key.Length > 0) given["key"] = transformation.Key;
        if (transformation.HasWidth) given["width"] = transformation.Width;
        if (transformation.HasHeight) given["height"] = transformation.Height;
        if (transformation.Fit != Fit.Unspecified) given["fit"] = transformation.Fit.ToString().ToLowerInvariant();
        if (transformation.Format != ImageFormat.Unspecified) given["format"] = transformation.Format.ToString().ToLowerInvariant();
        if (transformation.HasQuality) given["quality"] = transformation.Quality;
        if (transformation.WithoutEnlargement) given["withoutEnlargement"] = true;
        if (transformation.HasFocalPointX) given["focal_point_x"] = transformation.FocalPointX;
        if (transformation.HasFocalPointY) given["focal_point_y"] = transformation.FocalPointY;
        if (transformation.Transforms.Count > 0) given["transforms"] = new JsonArray([.. transformation.Transforms.Select(Step)]);
        return JsonSerializer.SerializeToElement(given);
    }

    private static JsonArray Step(TransformStep step)
    {
        var entry = new JsonArray(step.Name);
        foreach (var argument in step.Arguments)
        {
            var json = StructJson.ToJson(new Struct { Fields = { ["value"] = argument } });
            entry.Add((JsonNode?)JsonSerializer.SerializeToNode(json.GetProperty("value")));
        }

        return entry;
    }
}
