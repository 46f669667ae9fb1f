/** Sends one file and reports how far it is: fetch cannot tell progress of an upload, XMLHttpRequest can. */
import { ApiProblem } from './problem';
import { standingHeaders } from './send';

export type Progress = (fraction: number) => void;

export function upload(
  path: string,
  file: File,
  onProgress: Progress,
  fields: Record<string, string> = {},
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);
    request.open('POST', path);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(standingHeaders('POST')))
      request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(ApiProblem.network());
    request.onload = () => {
      if (request.status < 300) return resolve(request.response);
      reject(ApiProblem.from(request.status, request.response, request.getResponseHeader('X-Request-Id')));
    };
    request.send(form);
  });
}
