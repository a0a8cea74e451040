using Microsoft.AspNetCore.Mvc.ModelBinding;
using Turna.Kernel;

namespace Turna.Design.Binding;

/// <summary>Numbers with decimals as people write them, in whatever language the page is; what can be read in two ways is asked for again.</summary>
internal sealed class NumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(decimal) ? new NumberBinder() : null;
}

internal sealed class NumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var given = context.ValueProvider.GetValue(context.ModelName);
        if (given == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, given);
        if (string.IsNullOrWhiteSpace(given.FirstValue))
        {
            if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
            else Fail(context);
        }
        else if (WrittenNumber.Read(given.FirstValue) is { Doubtful: false } figures)
        {
            context.Result = ModelBindingResult.Success(figures.Value);
        }
        else
        {
            Fail(context);
        }

        return Task.CompletedTask;
    }

    private static void Fail(ModelBindingContext context)
    {
        context.ModelState.TryAddModelError(context.ModelName, Texts.Key("Write a sum in figures, like 45000 or 45 000,50."));
        context.Result = ModelBindingResult.Failed();
    }
}
